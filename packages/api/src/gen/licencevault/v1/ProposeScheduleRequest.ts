// Original file: protos/licencevault/v1/archive.proto


/**
 * Proposes a table.
 */
export interface ProposeScheduleRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * Who proposes; must be told.
   */
  'user'?: (string);
  /**
   * `licencevault.schedule/1`, JSON.
   */
  'scheduleJson'?: (string);
}

/**
 * Proposes a table.
 */
export interface ProposeScheduleRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * Who proposes; must be told.
   */
  'user': (string);
  /**
   * `licencevault.schedule/1`, JSON.
   */
  'scheduleJson': (string);
}

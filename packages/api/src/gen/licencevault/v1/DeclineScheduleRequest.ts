// Original file: protos/licencevault/v1/archive.proto


/**
 * Declines a table.
 */
export interface DeclineScheduleRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * Who declines; must be told.
   */
  'user'?: (string);
  /**
   * Its number.
   */
  'number'?: (number);
}

/**
 * Declines a table.
 */
export interface DeclineScheduleRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * Who declines; must be told.
   */
  'user': (string);
  /**
   * Its number.
   */
  'number': (number);
}

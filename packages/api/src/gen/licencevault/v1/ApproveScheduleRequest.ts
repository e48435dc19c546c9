// Original file: protos/licencevault/v1/archive.proto


/**
 * Approves a table.
 */
export interface ApproveScheduleRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * Who approves; must be told, and be another than who proposed.
   */
  'user'?: (string);
  /**
   * Its number.
   */
  'number'?: (number);
  /**
   * Civil date from which it is in force; not past.
   */
  'effectiveFrom'?: (string);
}

/**
 * Approves a table.
 */
export interface ApproveScheduleRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * Who approves; must be told, and be another than who proposed.
   */
  'user': (string);
  /**
   * Its number.
   */
  'number': (number);
  /**
   * Civil date from which it is in force; not past.
   */
  'effectiveFrom': (string);
}

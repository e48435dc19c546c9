// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for a table.
 */
export interface GetScheduleRequestInput {
  /**
   * Its number.
   */
  'number'?: (number);
}

/**
 * Asks for a table.
 */
export interface GetScheduleRequest {
  /**
   * Its number.
   */
  'number': (number);
}

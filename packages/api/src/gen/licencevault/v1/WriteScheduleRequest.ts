// Original file: protos/licencevault/v1/archive.proto


/**
 * Writes a spreadsheet.
 */
export interface WriteScheduleRequestInput {
  /**
   * Civil date; today if empty.
   */
  'on'?: (string);
}

/**
 * Writes a spreadsheet.
 */
export interface WriteScheduleRequest {
  /**
   * Civil date; today if empty.
   */
  'on': (string);
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for items without a complete table.
 */
export interface GetCoverageRequestInput {
  /**
   * Civil date; today if empty.
   */
  'on'?: (string);
}

/**
 * Asks for items without a complete table.
 */
export interface GetCoverageRequest {
  /**
   * Civil date; today if empty.
   */
  'on': (string);
}

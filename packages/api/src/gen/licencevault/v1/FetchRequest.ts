// Original file: protos/licencevault/v1/issue.proto


/**
 * Asks for a file.
 */
export interface FetchRequestInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
}

/**
 * Asks for a file.
 */
export interface FetchRequest {
  /**
   * 证照标识.
   */
  'identifier': (string);
}

// Original file: protos/licencevault/v1/issue.proto


/**
 * Asks for one licence.
 */
export interface GetRequestInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
}

/**
 * Asks for one licence.
 */
export interface GetRequest {
  /**
   * 证照标识.
   */
  'identifier': (string);
}

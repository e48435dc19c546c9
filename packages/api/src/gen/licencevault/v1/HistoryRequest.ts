// Original file: protos/licencevault/v1/status.proto


/**
 * Asks for the acts.
 */
export interface HistoryRequestInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
}

/**
 * Asks for the acts.
 */
export interface HistoryRequest {
  /**
   * 证照标识.
   */
  'identifier': (string);
}

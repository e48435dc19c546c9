// Original file: protos/licencevault/v1/status.proto


/**
 * Asks for a state.
 */
export interface AsOfRequestInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * Instant asked about; empty is now.
   */
  'at'?: (string);
  /**
   * Instant whose knowledge counts; empty is now.
   */
  'knownAt'?: (string);
}

/**
 * Asks for a state.
 */
export interface AsOfRequest {
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * Instant asked about; empty is now.
   */
  'at': (string);
  /**
   * Instant whose knowledge counts; empty is now.
   */
  'knownAt': (string);
}

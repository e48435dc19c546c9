// Original file: protos/licencevault/v1/authenticate.proto


/**
 * Asks by QR text.
 */
export interface ByQrRequestInput {
  /**
   * What a scanner reads: an address with the code behind `#`.
   */
  'text'?: (string);
}

/**
 * Asks by QR text.
 */
export interface ByQrRequest {
  /**
   * What a scanner reads: an address with the code behind `#`.
   */
  'text': (string);
}

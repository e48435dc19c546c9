// Original file: protos/licencevault/v1/authenticate.proto


/**
 * Asks about a file.
 */
export interface ByFileRequestInput {
  /**
   * The licence file, PDF.
   */
  'file'?: (Buffer | Uint8Array | string);
}

/**
 * Asks about a file.
 */
export interface ByFileRequest {
  /**
   * The licence file, PDF.
   */
  'file': (Buffer);
}

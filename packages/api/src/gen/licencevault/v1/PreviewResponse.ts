// Original file: protos/licencevault/v1/issue.proto


/**
 * A specimen.
 */
export interface PreviewResponseInput {
  /**
   * PDF, marked as a specimen, without seal.
   */
  'pdf'?: (Buffer | Uint8Array | string);
}

/**
 * A specimen.
 */
export interface PreviewResponse {
  /**
   * PDF, marked as a specimen, without seal.
   */
  'pdf': (Buffer);
}

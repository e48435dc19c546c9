// Original file: protos/licencevault/v1/archive.proto


/**
 * What a certified copy is handed over with: packages/archive/CERTIFICATE.md.
 */
export interface CopyCertificateInput {
  /**
   * `licencevault.copy-certificate/1`, canonical JSON: digest of the copy, case, recipient, purpose.
   */
  'certificateJson'?: (Buffer | Uint8Array | string);
  /**
   * CMS SignedData over exactly these bytes (CAdES, detached), DER.
   */
  'signature'?: (Buffer | Uint8Array | string);
}

/**
 * What a certified copy is handed over with: packages/archive/CERTIFICATE.md.
 */
export interface CopyCertificate {
  /**
   * `licencevault.copy-certificate/1`, canonical JSON: digest of the copy, case, recipient, purpose.
   */
  'certificateJson': (Buffer);
  /**
   * CMS SignedData over exactly these bytes (CAdES, detached), DER.
   */
  'signature': (Buffer);
}

// Original file: protos/licencevault/v1/catalogue.proto


/**
 * A key that signs printed codes.
 */
export interface PaperKeyInput {
  /**
   * SubjectPublicKeyInfo of an Ed25519 key, DER.
   */
  'publicKey'?: (Buffer | Uint8Array | string);
  /**
   * Instant, inside.
   */
  'from'?: (string);
  /**
   * Instant, outside; empty for no end.
   */
  'to'?: (string);
}

/**
 * A key that signs printed codes.
 */
export interface PaperKey {
  /**
   * SubjectPublicKeyInfo of an Ed25519 key, DER.
   */
  'publicKey': (Buffer);
  /**
   * Instant, inside.
   */
  'from': (string);
  /**
   * Instant, outside; empty for no end.
   */
  'to': (string);
}

// Original file: protos/licencevault/v1/ledger.proto


/**
 * A checkpoint.
 */
export interface CheckpointResponseInput {
  /**
   * Signed note: origin, size, root, signatures.
   */
  'note'?: (string);
  /**
   * The ledger's verifier key, as signed notes write it. Get it by another way too before you believe it.
   */
  'vkey'?: (string);
}

/**
 * A checkpoint.
 */
export interface CheckpointResponse {
  /**
   * Signed note: origin, size, root, signatures.
   */
  'note': (string);
  /**
   * The ledger's verifier key, as signed notes write it. Get it by another way too before you believe it.
   */
  'vkey': (string);
}

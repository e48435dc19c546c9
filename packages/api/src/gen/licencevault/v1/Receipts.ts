// Original file: protos/licencevault/v1/catalogue.proto


/**
 * Which ledger's receipt, and since when.
 */
export interface ReceiptsInput {
  /**
   * Verifier key of the ledger, as signed notes write it.
   */
  'ledger'?: (string);
  /**
   * Instant since when each licence must carry the receipt.
   */
  'since'?: (string);
}

/**
 * Which ledger's receipt, and since when.
 */
export interface Receipts {
  /**
   * Verifier key of the ledger, as signed notes write it.
   */
  'ledger': (string);
  /**
   * Instant since when each licence must carry the receipt.
   */
  'since': (string);
}

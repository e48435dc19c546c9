// Original file: protos/licencevault/v1/archive.proto


/**
 * One thing that does not agree.
 */
export interface PackageFindingInput {
  /**
   * Where; empty for the package as a whole.
   */
  'path'?: (string);
  /**
   * Such as `missing`, `sha256-differs`, `commitment-differs`, `name-twice`, `receipt-wrong`, `differs-from-register` or
   * `differs-from-ledger`.
   */
  'problem'?: (string);
}

/**
 * One thing that does not agree.
 */
export interface PackageFinding {
  /**
   * Where; empty for the package as a whole.
   */
  'path': (string);
  /**
   * Such as `missing`, `sha256-differs`, `commitment-differs`, `name-twice`, `receipt-wrong`, `differs-from-register` or
   * `differs-from-ledger`.
   */
  'problem': (string);
}

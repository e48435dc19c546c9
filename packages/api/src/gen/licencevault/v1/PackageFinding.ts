// Original file: protos/licencevault/v1/archive.proto


/**
 * One thing that does not agree.
 */
export interface PackageFindingInput {
  /**
   * Where.
   */
  'path'?: (string);
  /**
   * Such as `missing`, `sha256-differs` or `commitment-differs`.
   */
  'problem'?: (string);
}

/**
 * One thing that does not agree.
 */
export interface PackageFinding {
  /**
   * Where.
   */
  'path': (string);
  /**
   * Such as `missing`, `sha256-differs` or `commitment-differs`.
   */
  'problem': (string);
}

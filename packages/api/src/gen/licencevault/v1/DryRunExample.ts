// Original file: protos/licencevault/v1/archive.proto


/**
 * One filed case as it is, and as it would be under the table.
 */
export interface DryRunExampleInput {
  /**
   * Its id.
   */
  'caseId'?: (string);
  /**
   * 档号.
   */
  'archivalNumber'?: (string);
  /**
   * `earlier`, `later`, `dated`, `waiting` or `never`.
   */
  'what'?: (string);
  /**
   * Retention code now.
   */
  'retentionBefore'?: (string);
  /**
   * Retention code then.
   */
  'retentionAfter'?: (string);
  /**
   * First day on which it may be appraised now; empty where none can be named.
   */
  'dueBefore'?: (string);
  /**
   * The same then.
   */
  'dueAfter'?: (string);
}

/**
 * One filed case as it is, and as it would be under the table.
 */
export interface DryRunExample {
  /**
   * Its id.
   */
  'caseId': (string);
  /**
   * 档号.
   */
  'archivalNumber': (string);
  /**
   * `earlier`, `later`, `dated`, `waiting` or `never`.
   */
  'what': (string);
  /**
   * Retention code now.
   */
  'retentionBefore': (string);
  /**
   * Retention code then.
   */
  'retentionAfter': (string);
  /**
   * First day on which it may be appraised now; empty where none can be named.
   */
  'dueBefore': (string);
  /**
   * The same then.
   */
  'dueAfter': (string);
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * One use, or one refusal.
 */
export interface UseRecordInput {
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * Number of the file; 0 for the case's own entry.
   */
  'file'?: (number);
  /**
   * The application through which.
   */
  'application'?: (string);
  /**
   * Who.
   */
  'user'?: (string);
  /**
   * Unified social credit code of the authority for which, if any.
   */
  'authority'?: (string);
  /**
   * What for.
   */
  'purpose'?: (string);
  /**
   * Which form, as a word.
   */
  'form'?: (string);
  /**
   * `granted`, or the word code of the refusal.
   */
  'outcome'?: (string);
  /**
   * Instant.
   */
  'at'?: (string);
}

/**
 * One use, or one refusal.
 */
export interface UseRecord {
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * Number of the file; 0 for the case's own entry.
   */
  'file': (number);
  /**
   * The application through which.
   */
  'application': (string);
  /**
   * Who.
   */
  'user': (string);
  /**
   * Unified social credit code of the authority for which, if any.
   */
  'authority': (string);
  /**
   * What for.
   */
  'purpose': (string);
  /**
   * Which form, as a word.
   */
  'form': (string);
  /**
   * `granted`, or the word code of the refusal.
   */
  'outcome': (string);
  /**
   * Instant.
   */
  'at': (string);
}

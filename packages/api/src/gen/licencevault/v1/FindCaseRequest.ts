// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for one case: the office with its number, or the archival number.
 */
export interface FindCaseRequestInput {
  /**
   * Unified social credit code of the office.
   */
  'office'?: (string);
  /**
   * The office's own number.
   */
  'caseNumber'?: (string);
  /**
   * 档号.
   */
  'archivalNumber'?: (string);
}

/**
 * Asks for one case: the office with its number, or the archival number.
 */
export interface FindCaseRequest {
  /**
   * Unified social credit code of the office.
   */
  'office': (string);
  /**
   * The office's own number.
   */
  'caseNumber': (string);
  /**
   * 档号.
   */
  'archivalNumber': (string);
}

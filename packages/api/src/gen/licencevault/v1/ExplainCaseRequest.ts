// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks about a case.
 */
export interface ExplainCaseRequestInput {
  /**
   * Its id.
   */
  'caseId'?: (string);
}

/**
 * Asks about a case.
 */
export interface ExplainCaseRequest {
  /**
   * Its id.
   */
  'caseId': (string);
}

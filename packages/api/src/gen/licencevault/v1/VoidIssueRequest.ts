// Original file: protos/licencevault/v1/issue.proto


/**
 * Ends an unfinished licence.
 */
export interface VoidIssueRequestInput {
  /**
   * As in IssueRequest.
   */
  'requestId'?: (string);
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * Why; recorded as a digest in the ledger.
   */
  'why'?: (string);
}

/**
 * Ends an unfinished licence.
 */
export interface VoidIssueRequest {
  /**
   * As in IssueRequest.
   */
  'requestId': (string);
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * Why; recorded as a digest in the ledger.
   */
  'why': (string);
}

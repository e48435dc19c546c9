// Original file: protos/licencevault/v1/archive.proto


/**
 * One use or one fetch, granted or refused.
 */
export interface UseRecordInput {
  /**
   * Id of the case; what was asked for, if there is no such case.
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
   * Who; the role of the application, where a filing system fetched a case of its own office and named nobody.
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
   * Which form, as a word; `fetch` for a file or package handed out by FetchCaseFile.
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
  /**
   * Which package of the case; 0 where there is none.
   */
  'revision'?: (number);
  /**
   * Number of the approved application (依申请), as the user named it; empty for none.
   */
  'applicationNumber'?: (string);
  /**
   * Reference of the holder's consent, as the user named it; empty for none.
   */
  'holderConsent'?: (string);
  /**
   * Reference of the office's consent, as the user named it; empty for none.
   */
  'officeConsent'?: (string);
  /**
   * Of a fetch: the path below `data/`; empty for the package whole.
   */
  'path'?: (string);
}

/**
 * One use or one fetch, granted or refused.
 */
export interface UseRecord {
  /**
   * Id of the case; what was asked for, if there is no such case.
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
   * Who; the role of the application, where a filing system fetched a case of its own office and named nobody.
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
   * Which form, as a word; `fetch` for a file or package handed out by FetchCaseFile.
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
  /**
   * Which package of the case; 0 where there is none.
   */
  'revision': (number);
  /**
   * Number of the approved application (依申请), as the user named it; empty for none.
   */
  'applicationNumber': (string);
  /**
   * Reference of the holder's consent, as the user named it; empty for none.
   */
  'holderConsent': (string);
  /**
   * Reference of the office's consent, as the user named it; empty for none.
   */
  'officeConsent': (string);
  /**
   * Of a fetch: the path below `data/`; empty for the package whole.
   */
  'path': (string);
}

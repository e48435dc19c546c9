// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for one file or the package, whatever the conditions of sharing say. It is on record among the uses, in the form
 * `fetch`.
 */
export interface FetchCaseFileRequestInput {
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * Which package; 0 for the latest.
   */
  'revision'?: (number);
  /**
   * Path below `data/`; empty for the package whole, a ZIP file.
   */
  'path'?: (string);
  /**
   * Who reads it; must be told, but where a filing system reads back a case of its own office.
   */
  'user'?: (string);
  /**
   * What for, as in UseRequest; without one it is refused, but where a filing system reads back a case of its own
   * office.
   */
  'purpose'?: (string);
}

/**
 * Asks for one file or the package, whatever the conditions of sharing say. It is on record among the uses, in the form
 * `fetch`.
 */
export interface FetchCaseFileRequest {
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * Which package; 0 for the latest.
   */
  'revision': (number);
  /**
   * Path below `data/`; empty for the package whole, a ZIP file.
   */
  'path': (string);
  /**
   * Who reads it; must be told, but where a filing system reads back a case of its own office.
   */
  'user': (string);
  /**
   * What for, as in UseRequest; without one it is refused, but where a filing system reads back a case of its own
   * office.
   */
  'purpose': (string);
}

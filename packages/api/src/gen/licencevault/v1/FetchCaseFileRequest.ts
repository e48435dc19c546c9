// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for one file or the package.
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
}

/**
 * Asks for one file or the package.
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
}

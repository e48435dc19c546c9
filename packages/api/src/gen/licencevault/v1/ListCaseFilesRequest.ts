// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks what lies in a package.
 */
export interface ListCaseFilesRequestInput {
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * Which package; 0 for the latest.
   */
  'revision'?: (number);
}

/**
 * Asks what lies in a package.
 */
export interface ListCaseFilesRequest {
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * Which package; 0 for the latest.
   */
  'revision': (number);
}

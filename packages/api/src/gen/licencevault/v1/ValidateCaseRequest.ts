// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks whether a package is as it was filed.
 */
export interface ValidateCaseRequestInput {
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
 * Asks whether a package is as it was filed.
 */
export interface ValidateCaseRequest {
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * Which package; 0 for the latest.
   */
  'revision': (number);
}

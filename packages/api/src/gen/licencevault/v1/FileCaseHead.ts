// Original file: protos/licencevault/v1/archive.proto


/**
 * What is filed.
 */
export interface FileCaseHeadInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * `licencevault.case/1`, JSON: packages/archive/CASE.md.
   */
  'caseJson'?: (string);
  /**
   * Why a case that is filed already is filed with other content, 1 to 1,000 characters; its old package is kept.
   * Else empty.
   */
  'correction'?: (string);
}

/**
 * What is filed.
 */
export interface FileCaseHead {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * `licencevault.case/1`, JSON: packages/archive/CASE.md.
   */
  'caseJson': (string);
  /**
   * Why a case that is filed already is filed with other content, 1 to 1,000 characters; its old package is kept.
   * Else empty.
   */
  'correction': (string);
}

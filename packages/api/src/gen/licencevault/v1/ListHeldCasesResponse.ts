// Original file: protos/licencevault/v1/archive.proto


/**
 * A page of cases.
 */
export interface ListHeldCasesResponseInput {
  /**
   * Their ids, in the order of filing.
   */
  'caseIds'?: (string)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of cases.
 */
export interface ListHeldCasesResponse {
  /**
   * Their ids, in the order of filing.
   */
  'caseIds': (string)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

// Original file: protos/licencevault/v1/archive.proto

import type { FiledCaseInput as _licencevault_v1_FiledCaseInput, FiledCase as _licencevault_v1_FiledCase } from '../../licencevault/v1/FiledCase.ts';

/**
 * A page of cases.
 */
export interface FindDueResponseInput {
  /**
   * In the order of the due date.
   */
  'cases'?: (_licencevault_v1_FiledCaseInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of cases.
 */
export interface FindDueResponse {
  /**
   * In the order of the due date.
   */
  'cases': (_licencevault_v1_FiledCase)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

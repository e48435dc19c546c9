// Original file: protos/licencevault/v1/archive.proto

import type { FiledCaseInput as _licencevault_v1_FiledCaseInput, FiledCase as _licencevault_v1_FiledCase } from '../../licencevault/v1/FiledCase.ts';

/**
 * A page of cases.
 */
export interface FindUndatedResponseInput {
  /**
   * In the order of their filing.
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
export interface FindUndatedResponse {
  /**
   * In the order of their filing.
   */
  'cases': (_licencevault_v1_FiledCase)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

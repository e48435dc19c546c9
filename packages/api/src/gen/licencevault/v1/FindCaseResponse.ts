// Original file: protos/licencevault/v1/archive.proto

import type { FiledCaseInput as _licencevault_v1_FiledCaseInput, FiledCase as _licencevault_v1_FiledCase } from '../../licencevault/v1/FiledCase.ts';

/**
 * What was found.
 */
export interface FindCaseResponseInput {
  /**
   * Left out where there is none.
   */
  'case'?: (_licencevault_v1_FiledCaseInput | null);
}

/**
 * What was found.
 */
export interface FindCaseResponse {
  /**
   * Left out where there is none.
   */
  'case': (_licencevault_v1_FiledCase | null);
}

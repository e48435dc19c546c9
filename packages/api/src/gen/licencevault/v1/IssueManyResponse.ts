// Original file: protos/licencevault/v1/issue.proto

import type { LicenceInput as _licencevault_v1_LicenceInput, Licence as _licencevault_v1_Licence } from '../../licencevault/v1/Licence.ts';
import type { ProblemInput as _licencevault_v1_ProblemInput, Problem as _licencevault_v1_Problem } from '../../licencevault/v1/Problem.ts';

/**
 * The outcome of one item.
 */
export interface IssueManyResponseInput {
  /**
   * Of the request.
   */
  'requestId'?: (string);
  /**
   * It was issued.
   */
  'licence'?: (_licencevault_v1_LicenceInput | null);
  /**
   * It was not, and why.
   */
  'problem'?: (_licencevault_v1_ProblemInput | null);
  /**
   * Exactly one is set.
   */
  'outcome'?: "licence"|"problem";
}

/**
 * The outcome of one item.
 */
export interface IssueManyResponse {
  /**
   * Of the request.
   */
  'requestId': (string);
  /**
   * It was issued.
   */
  'licence'?: (_licencevault_v1_Licence | null);
  /**
   * It was not, and why.
   */
  'problem'?: (_licencevault_v1_Problem | null);
  /**
   * Exactly one is set.
   */
  'outcome'?: "licence"|"problem";
}

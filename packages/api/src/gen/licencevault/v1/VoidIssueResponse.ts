// Original file: protos/licencevault/v1/issue.proto

import type { LicenceInput as _licencevault_v1_LicenceInput, Licence as _licencevault_v1_Licence } from '../../licencevault/v1/Licence.ts';

/**
 * What was ended.
 */
export interface VoidIssueResponseInput {
  /**
   * The licence, void.
   */
  'licence'?: (_licencevault_v1_LicenceInput | null);
}

/**
 * What was ended.
 */
export interface VoidIssueResponse {
  /**
   * The licence, void.
   */
  'licence': (_licencevault_v1_Licence | null);
}

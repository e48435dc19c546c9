// Original file: protos/licencevault/v1/issue.proto

import type { LicenceInput as _licencevault_v1_LicenceInput, Licence as _licencevault_v1_Licence } from '../../licencevault/v1/Licence.ts';

/**
 * What was issued.
 */
export interface IssueResponseInput {
  /**
   * The licence.
   */
  'licence'?: (_licencevault_v1_LicenceInput | null);
}

/**
 * What was issued.
 */
export interface IssueResponse {
  /**
   * The licence.
   */
  'licence': (_licencevault_v1_Licence | null);
}

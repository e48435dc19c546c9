// Original file: protos/licencevault/v1/issue.proto

import type { LicenceInput as _licencevault_v1_LicenceInput, Licence as _licencevault_v1_Licence } from '../../licencevault/v1/Licence.ts';

/**
 * What is known.
 */
export interface GetResponseInput {
  /**
   * The licence.
   */
  'licence'?: (_licencevault_v1_LicenceInput | null);
}

/**
 * What is known.
 */
export interface GetResponse {
  /**
   * The licence.
   */
  'licence': (_licencevault_v1_Licence | null);
}

// Original file: protos/licencevault/v1/catalogue.proto

import type { LicenceTypeInput as _licencevault_v1_LicenceTypeInput, LicenceType as _licencevault_v1_LicenceType } from '../../licencevault/v1/LicenceType.ts';

/**
 * What was retired.
 */
export interface RetireTypeResponseInput {
  /**
   * The type.
   */
  'type'?: (_licencevault_v1_LicenceTypeInput | null);
}

/**
 * What was retired.
 */
export interface RetireTypeResponse {
  /**
   * The type.
   */
  'type': (_licencevault_v1_LicenceType | null);
}

// Original file: protos/licencevault/v1/catalogue.proto

import type { LicenceTypeInput as _licencevault_v1_LicenceTypeInput, LicenceType as _licencevault_v1_LicenceType } from '../../licencevault/v1/LicenceType.ts';

/**
 * What was defined.
 */
export interface ReviseTypeResponseInput {
  /**
   * The new version.
   */
  'type'?: (_licencevault_v1_LicenceTypeInput | null);
}

/**
 * What was defined.
 */
export interface ReviseTypeResponse {
  /**
   * The new version.
   */
  'type': (_licencevault_v1_LicenceType | null);
}

// Original file: protos/licencevault/v1/status.proto

import type { LicenceInput as _licencevault_v1_LicenceInput, Licence as _licencevault_v1_Licence } from '../../licencevault/v1/Licence.ts';
import type { ActInput as _licencevault_v1_ActInput, Act as _licencevault_v1_Act } from '../../licencevault/v1/Act.ts';

/**
 * Both licences.
 */
export interface ReplaceResponseInput {
  /**
   * The new licence.
   */
  'licence'?: (_licencevault_v1_LicenceInput | null);
  /**
   * The act upon the old one.
   */
  'act'?: (_licencevault_v1_ActInput | null);
}

/**
 * Both licences.
 */
export interface ReplaceResponse {
  /**
   * The new licence.
   */
  'licence': (_licencevault_v1_Licence | null);
  /**
   * The act upon the old one.
   */
  'act': (_licencevault_v1_Act | null);
}

// Original file: protos/licencevault/v1/catalogue.proto

import type { LicenceTypeInput as _licencevault_v1_LicenceTypeInput, LicenceType as _licencevault_v1_LicenceType } from '../../licencevault/v1/LicenceType.ts';

/**
 * One version whole.
 */
export interface GetTypeResponseInput {
  /**
   * The type.
   */
  'type'?: (_licencevault_v1_LicenceTypeInput | null);
  /**
   * The template of its face, JSON: packages/document/FORMAT.md.
   */
  'templateJson'?: (string);
}

/**
 * One version whole.
 */
export interface GetTypeResponse {
  /**
   * The type.
   */
  'type': (_licencevault_v1_LicenceType | null);
  /**
   * The template of its face, JSON: packages/document/FORMAT.md.
   */
  'templateJson': (string);
}

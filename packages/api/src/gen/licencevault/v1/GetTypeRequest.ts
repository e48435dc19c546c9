// Original file: protos/licencevault/v1/catalogue.proto

import type { TypeRefInput as _licencevault_v1_TypeRefInput, TypeRef as _licencevault_v1_TypeRef } from '../../licencevault/v1/TypeRef.ts';

/**
 * Asks for one version.
 */
export interface GetTypeRequestInput {
  /**
   * Which; version 0 is the newest.
   */
  'ref'?: (_licencevault_v1_TypeRefInput | null);
}

/**
 * Asks for one version.
 */
export interface GetTypeRequest {
  /**
   * Which; version 0 is the newest.
   */
  'ref': (_licencevault_v1_TypeRef | null);
}

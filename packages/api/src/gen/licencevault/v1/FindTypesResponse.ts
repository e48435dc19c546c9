// Original file: protos/licencevault/v1/catalogue.proto

import type { LicenceTypeInput as _licencevault_v1_LicenceTypeInput, LicenceType as _licencevault_v1_LicenceType } from '../../licencevault/v1/LicenceType.ts';

/**
 * A page of types.
 */
export interface FindTypesResponseInput {
  /**
   * The newest version of each.
   */
  'types'?: (_licencevault_v1_LicenceTypeInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of types.
 */
export interface FindTypesResponse {
  /**
   * The newest version of each.
   */
  'types': (_licencevault_v1_LicenceType)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

// Original file: protos/licencevault/v1/catalogue.proto

import type { AuthorityInput as _licencevault_v1_AuthorityInput, Authority as _licencevault_v1_Authority } from '../../licencevault/v1/Authority.ts';

/**
 * What was added.
 */
export interface AddAuthorityResponseInput {
  /**
   * The authority.
   */
  'authority'?: (_licencevault_v1_AuthorityInput | null);
}

/**
 * What was added.
 */
export interface AddAuthorityResponse {
  /**
   * The authority.
   */
  'authority': (_licencevault_v1_Authority | null);
}

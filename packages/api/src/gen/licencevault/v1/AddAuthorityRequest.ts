// Original file: protos/licencevault/v1/catalogue.proto

import type { AuthorityInput as _licencevault_v1_AuthorityInput, Authority as _licencevault_v1_Authority } from '../../licencevault/v1/Authority.ts';

/**
 * Adds an authority.
 */
export interface AddAuthorityRequestInput {
  /**
   * As in DefineTypeRequest.
   */
  'requestId'?: (string);
  /**
   * The authority.
   */
  'authority'?: (_licencevault_v1_AuthorityInput | null);
}

/**
 * Adds an authority.
 */
export interface AddAuthorityRequest {
  /**
   * As in DefineTypeRequest.
   */
  'requestId': (string);
  /**
   * The authority.
   */
  'authority': (_licencevault_v1_Authority | null);
}

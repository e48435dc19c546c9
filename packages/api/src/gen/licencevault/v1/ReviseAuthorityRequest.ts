// Original file: protos/licencevault/v1/catalogue.proto

import type { AuthorityInput as _licencevault_v1_AuthorityInput, Authority as _licencevault_v1_Authority } from '../../licencevault/v1/Authority.ts';

/**
 * Changes an authority.
 */
export interface ReviseAuthorityRequestInput {
  /**
   * As in DefineTypeRequest.
   */
  'requestId'?: (string);
  /**
   * The authority as it shall be.
   */
  'authority'?: (_licencevault_v1_AuthorityInput | null);
}

/**
 * Changes an authority.
 */
export interface ReviseAuthorityRequest {
  /**
   * As in DefineTypeRequest.
   */
  'requestId': (string);
  /**
   * The authority as it shall be.
   */
  'authority': (_licencevault_v1_Authority | null);
}

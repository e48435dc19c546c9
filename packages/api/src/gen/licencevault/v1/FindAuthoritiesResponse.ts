// Original file: protos/licencevault/v1/catalogue.proto

import type { AuthorityInput as _licencevault_v1_AuthorityInput, Authority as _licencevault_v1_Authority } from '../../licencevault/v1/Authority.ts';

/**
 * A page of authorities.
 */
export interface FindAuthoritiesResponseInput {
  /**
   * The authorities.
   */
  'authorities'?: (_licencevault_v1_AuthorityInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of authorities.
 */
export interface FindAuthoritiesResponse {
  /**
   * The authorities.
   */
  'authorities': (_licencevault_v1_Authority)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

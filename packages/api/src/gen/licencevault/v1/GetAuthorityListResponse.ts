// Original file: protos/licencevault/v1/catalogue.proto

import type { AuthorityListInput as _licencevault_v1_AuthorityListInput, AuthorityList as _licencevault_v1_AuthorityList } from '../../licencevault/v1/AuthorityList.ts';

/**
 * What was published last.
 */
export interface GetAuthorityListResponseInput {
  /**
   * The list.
   */
  'list'?: (_licencevault_v1_AuthorityListInput | null);
}

/**
 * What was published last.
 */
export interface GetAuthorityListResponse {
  /**
   * The list.
   */
  'list': (_licencevault_v1_AuthorityList | null);
}

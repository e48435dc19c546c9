// Original file: protos/licencevault/v1/catalogue.proto

import type { AuthorityListInput as _licencevault_v1_AuthorityListInput, AuthorityList as _licencevault_v1_AuthorityList } from '../../licencevault/v1/AuthorityList.ts';

/**
 * What was published.
 */
export interface PublishAuthorityListResponseInput {
  /**
   * The list.
   */
  'list'?: (_licencevault_v1_AuthorityListInput | null);
}

/**
 * What was published.
 */
export interface PublishAuthorityListResponse {
  /**
   * The list.
   */
  'list': (_licencevault_v1_AuthorityList | null);
}

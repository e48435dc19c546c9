// Original file: protos/licencevault/v1/archive.proto

import type { UndatedQueryInput as _licencevault_v1_UndatedQueryInput, UndatedQuery as _licencevault_v1_UndatedQuery } from '../../licencevault/v1/UndatedQuery.ts';
import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Asks for cases without a date.
 */
export interface FindUndatedRequestInput {
  /**
   * Which.
   */
  'query'?: (_licencevault_v1_UndatedQueryInput | null);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Asks for cases without a date.
 */
export interface FindUndatedRequest {
  /**
   * Which.
   */
  'query': (_licencevault_v1_UndatedQuery | null);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

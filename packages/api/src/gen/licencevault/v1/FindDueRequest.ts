// Original file: protos/licencevault/v1/archive.proto

import type { DueQueryInput as _licencevault_v1_DueQueryInput, DueQuery as _licencevault_v1_DueQuery } from '../../licencevault/v1/DueQuery.ts';
import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Asks what falls due.
 */
export interface FindDueRequestInput {
  /**
   * Which.
   */
  'query'?: (_licencevault_v1_DueQueryInput | null);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Asks what falls due.
 */
export interface FindDueRequest {
  /**
   * Which.
   */
  'query': (_licencevault_v1_DueQuery | null);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

// Original file: protos/licencevault/v1/archive.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Asks what a hold stops.
 */
export interface ListHeldCasesRequestInput {
  /**
   * Id of the hold.
   */
  'id'?: (string);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Asks what a hold stops.
 */
export interface ListHeldCasesRequest {
  /**
   * Id of the hold.
   */
  'id': (string);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

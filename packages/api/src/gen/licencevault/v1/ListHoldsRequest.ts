// Original file: protos/licencevault/v1/archive.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Asks for holds.
 */
export interface ListHoldsRequestInput {
  /**
   * Take in the lifted ones.
   */
  'withLifted'?: (boolean);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Asks for holds.
 */
export interface ListHoldsRequest {
  /**
   * Take in the lifted ones.
   */
  'withLifted': (boolean);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

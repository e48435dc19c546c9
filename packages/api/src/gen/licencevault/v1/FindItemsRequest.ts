// Original file: protos/licencevault/v1/archive.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Finds items; what is left empty does not narrow.
 */
export interface FindItemsRequestInput {
  /**
   * Part of its name.
   */
  'nameContains'?: (string);
  /**
   * Its type, such as `permit`.
   */
  'type'?: (string);
  /**
   * Unified social credit code of the body that carries it out.
   */
  'authority'?: (string);
  /**
   * Only the variants of this item.
   */
  'variantOf'?: (string);
  /**
   * Take in the retired ones.
   */
  'withRetired'?: (boolean);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Finds items; what is left empty does not narrow.
 */
export interface FindItemsRequest {
  /**
   * Part of its name.
   */
  'nameContains': (string);
  /**
   * Its type, such as `permit`.
   */
  'type': (string);
  /**
   * Unified social credit code of the body that carries it out.
   */
  'authority': (string);
  /**
   * Only the variants of this item.
   */
  'variantOf': (string);
  /**
   * Take in the retired ones.
   */
  'withRetired': (boolean);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

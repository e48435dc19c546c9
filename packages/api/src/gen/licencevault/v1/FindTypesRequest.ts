// Original file: protos/licencevault/v1/catalogue.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Finds types; what is left empty does not narrow.
 */
export interface FindTypesRequestInput {
  /**
   * Part of its name, Chinese or English.
   */
  'nameContains'?: (string);
  /**
   * `licence`, `approval` or `certificate`.
   */
  'kind'?: (string);
  /**
   * Unified social credit code of an authority that may issue it.
   */
  'issuingAuthority'?: (string);
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
 * Finds types; what is left empty does not narrow.
 */
export interface FindTypesRequest {
  /**
   * Part of its name, Chinese or English.
   */
  'nameContains': (string);
  /**
   * `licence`, `approval` or `certificate`.
   */
  'kind': (string);
  /**
   * Unified social credit code of an authority that may issue it.
   */
  'issuingAuthority': (string);
  /**
   * Take in the retired ones.
   */
  'withRetired': (boolean);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

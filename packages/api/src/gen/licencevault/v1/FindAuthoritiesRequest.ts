// Original file: protos/licencevault/v1/catalogue.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Finds authorities.
 */
export interface FindAuthoritiesRequestInput {
  /**
   * Part of its name, Chinese or English.
   */
  'nameContains'?: (string);
  /**
   * A type that it may issue.
   */
  'typeCode'?: (string);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Finds authorities.
 */
export interface FindAuthoritiesRequest {
  /**
   * Part of its name, Chinese or English.
   */
  'nameContains': (string);
  /**
   * A type that it may issue.
   */
  'typeCode': (string);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

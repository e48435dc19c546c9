// Original file: protos/licencevault/v1/archive.proto

import type { ServiceItemInput as _licencevault_v1_ServiceItemInput, ServiceItem as _licencevault_v1_ServiceItem } from '../../licencevault/v1/ServiceItem.ts';

/**
 * A page of items.
 */
export interface FindItemsResponseInput {
  /**
   * The newest version of each.
   */
  'items'?: (_licencevault_v1_ServiceItemInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of items.
 */
export interface FindItemsResponse {
  /**
   * The newest version of each.
   */
  'items': (_licencevault_v1_ServiceItem)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

// Original file: protos/licencevault/v1/archive.proto

import type { ServiceItemInput as _licencevault_v1_ServiceItemInput, ServiceItem as _licencevault_v1_ServiceItem } from '../../licencevault/v1/ServiceItem.ts';

/**
 * One version whole.
 */
export interface GetItemResponseInput {
  /**
   * The item.
   */
  'item'?: (_licencevault_v1_ServiceItemInput | null);
}

/**
 * One version whole.
 */
export interface GetItemResponse {
  /**
   * The item.
   */
  'item': (_licencevault_v1_ServiceItem | null);
}

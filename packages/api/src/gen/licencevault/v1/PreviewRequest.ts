// Original file: protos/licencevault/v1/issue.proto

import type { OrderInput as _licencevault_v1_OrderInput, Order as _licencevault_v1_Order } from '../../licencevault/v1/Order.ts';

/**
 * Asks for a specimen.
 */
export interface PreviewRequestInput {
  /**
   * What would be issued.
   */
  'order'?: (_licencevault_v1_OrderInput | null);
}

/**
 * Asks for a specimen.
 */
export interface PreviewRequest {
  /**
   * What would be issued.
   */
  'order': (_licencevault_v1_Order | null);
}

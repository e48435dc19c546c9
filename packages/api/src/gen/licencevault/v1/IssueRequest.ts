// Original file: protos/licencevault/v1/issue.proto

import type { OrderInput as _licencevault_v1_OrderInput, Order as _licencevault_v1_Order } from '../../licencevault/v1/Order.ts';

/**
 * Issues one.
 */
export interface IssueRequestInput {
  /**
   * Yours, 1 to 128 characters: the same id with the same order answers the same licence, always; with
   * another order it is refused. Kept for ever.
   */
  'requestId'?: (string);
  /**
   * What to issue.
   */
  'order'?: (_licencevault_v1_OrderInput | null);
}

/**
 * Issues one.
 */
export interface IssueRequest {
  /**
   * Yours, 1 to 128 characters: the same id with the same order answers the same licence, always; with
   * another order it is refused. Kept for ever.
   */
  'requestId': (string);
  /**
   * What to issue.
   */
  'order': (_licencevault_v1_Order | null);
}

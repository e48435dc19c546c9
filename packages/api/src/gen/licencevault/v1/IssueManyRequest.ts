// Original file: protos/licencevault/v1/issue.proto

import type { OrderInput as _licencevault_v1_OrderInput, Order as _licencevault_v1_Order } from '../../licencevault/v1/Order.ts';

/**
 * One of many.
 */
export interface IssueManyRequestInput {
  /**
   * As in IssueRequest; it names the item in its outcome.
   */
  'requestId'?: (string);
  /**
   * What to issue.
   */
  'order'?: (_licencevault_v1_OrderInput | null);
}

/**
 * One of many.
 */
export interface IssueManyRequest {
  /**
   * As in IssueRequest; it names the item in its outcome.
   */
  'requestId': (string);
  /**
   * What to issue.
   */
  'order': (_licencevault_v1_Order | null);
}

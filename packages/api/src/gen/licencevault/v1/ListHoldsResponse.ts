// Original file: protos/licencevault/v1/archive.proto

import type { HoldInput as _licencevault_v1_HoldInput, Hold as _licencevault_v1_Hold } from '../../licencevault/v1/Hold.ts';

/**
 * A page of holds.
 */
export interface ListHoldsResponseInput {
  /**
   * In the order of placing.
   */
  'holds'?: (_licencevault_v1_HoldInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of holds.
 */
export interface ListHoldsResponse {
  /**
   * In the order of placing.
   */
  'holds': (_licencevault_v1_Hold)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

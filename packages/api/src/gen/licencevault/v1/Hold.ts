// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A hold (冻结).
 */
export interface HoldInput {
  /**
   * Its id.
   */
  'id'?: (string);
  /**
   * Unified social credit code of the authority that ordered it.
   */
  'authority'?: (string);
  /**
   * Why.
   */
  'reason'?: (string);
  /**
   * Number of the order.
   */
  'decision'?: (string);
  /**
   * Civil date.
   */
  'from'?: (string);
  /**
   * Last day; empty for none.
   */
  'to'?: (string);
  /**
   * How many cases it stopped when it was placed; only in lists of holds.
   */
  'cases'?: (number | string | Long);
  /**
   * Whether it was lifted; only in lists of holds.
   */
  'lifted'?: (boolean);
}

/**
 * A hold (冻结).
 */
export interface Hold {
  /**
   * Its id.
   */
  'id': (string);
  /**
   * Unified social credit code of the authority that ordered it.
   */
  'authority': (string);
  /**
   * Why.
   */
  'reason': (string);
  /**
   * Number of the order.
   */
  'decision': (string);
  /**
   * Civil date.
   */
  'from': (string);
  /**
   * Last day; empty for none.
   */
  'to': (string);
  /**
   * How many cases it stopped when it was placed; only in lists of holds.
   */
  'cases': (number);
  /**
   * Whether it was lifted; only in lists of holds.
   */
  'lifted': (boolean);
}

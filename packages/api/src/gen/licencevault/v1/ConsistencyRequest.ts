// Original file: protos/licencevault/v1/ledger.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for a consistency proof.
 */
export interface ConsistencyRequestInput {
  /**
   * The earlier size.
   */
  'from'?: (number | string | Long);
  /**
   * The later size; 0 is the newest checkpoint's.
   */
  'to'?: (number | string | Long);
}

/**
 * Asks for a consistency proof.
 */
export interface ConsistencyRequest {
  /**
   * The earlier size.
   */
  'from': (number);
  /**
   * The later size; 0 is the newest checkpoint's.
   */
  'to': (number);
}

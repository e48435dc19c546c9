// Original file: protos/licencevault/v1/ledger.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A consistency proof (RFC 9162 §2.1.4).
 */
export interface ConsistencyResponseInput {
  /**
   * The later size.
   */
  'to'?: (number | string | Long);
  /**
   * The hashes.
   */
  'proof'?: (Buffer | Uint8Array | string)[];
}

/**
 * A consistency proof (RFC 9162 §2.1.4).
 */
export interface ConsistencyResponse {
  /**
   * The later size.
   */
  'to': (number);
  /**
   * The hashes.
   */
  'proof': (Buffer)[];
}

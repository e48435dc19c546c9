// Original file: protos/licencevault/v1/ledger.proto

import type { Long } from '@grpc/proto-loader';

/**
 * An inclusion proof (RFC 9162 §2.1.3).
 */
export interface InclusionResponseInput {
  /**
   * Size of the tree.
   */
  'size'?: (number | string | Long);
  /**
   * Hash of the leaf.
   */
  'leafHash'?: (Buffer | Uint8Array | string);
  /**
   * Hashes from the leaf up.
   */
  'proof'?: (Buffer | Uint8Array | string)[];
}

/**
 * An inclusion proof (RFC 9162 §2.1.3).
 */
export interface InclusionResponse {
  /**
   * Size of the tree.
   */
  'size': (number);
  /**
   * Hash of the leaf.
   */
  'leafHash': (Buffer);
  /**
   * Hashes from the leaf up.
   */
  'proof': (Buffer)[];
}

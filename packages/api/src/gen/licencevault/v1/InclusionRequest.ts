// Original file: protos/licencevault/v1/ledger.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for an inclusion proof.
 */
export interface InclusionRequestInput {
  /**
   * Index of the entry.
   */
  'index'?: (number | string | Long);
  /**
   * Size of the tree that shall include it; 0 is the newest checkpoint's.
   */
  'size'?: (number | string | Long);
}

/**
 * Asks for an inclusion proof.
 */
export interface InclusionRequest {
  /**
   * Index of the entry.
   */
  'index': (number);
  /**
   * Size of the tree that shall include it; 0 is the newest checkpoint's.
   */
  'size': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was lifted.
 */
export interface LiftHoldResponseInput {
  /**
   * Its id.
   */
  'id'?: (string);
  /**
   * Index of the entry in the ledger.
   */
  'index'?: (number | string | Long);
}

/**
 * What was lifted.
 */
export interface LiftHoldResponse {
  /**
   * Its id.
   */
  'id': (string);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
}

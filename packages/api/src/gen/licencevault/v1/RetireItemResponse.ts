// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was retired.
 */
export interface RetireItemResponseInput {
  /**
   * Its code.
   */
  'code'?: (string);
  /**
   * Index of the entry in the ledger.
   */
  'index'?: (number | string | Long);
}

/**
 * What was retired.
 */
export interface RetireItemResponse {
  /**
   * Its code.
   */
  'code': (string);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was defined.
 */
export interface DefineItemsResponseInput {
  /**
   * How many.
   */
  'count'?: (number);
  /**
   * Index of the first entry in the ledger.
   */
  'index'?: (number | string | Long);
}

/**
 * What was defined.
 */
export interface DefineItemsResponse {
  /**
   * How many.
   */
  'count': (number);
  /**
   * Index of the first entry in the ledger.
   */
  'index': (number);
}

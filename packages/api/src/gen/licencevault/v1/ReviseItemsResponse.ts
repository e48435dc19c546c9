// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was revised.
 */
export interface ReviseItemsResponseInput {
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
 * What was revised.
 */
export interface ReviseItemsResponse {
  /**
   * How many.
   */
  'count': (number);
  /**
   * Index of the first entry in the ledger.
   */
  'index': (number);
}

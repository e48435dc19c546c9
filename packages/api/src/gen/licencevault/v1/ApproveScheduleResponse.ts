// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was approved.
 */
export interface ApproveScheduleResponseInput {
  /**
   * Its number.
   */
  'number'?: (number);
  /**
   * Index of the entry in the ledger.
   */
  'index'?: (number | string | Long);
}

/**
 * What was approved.
 */
export interface ApproveScheduleResponse {
  /**
   * Its number.
   */
  'number': (number);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was declined.
 */
export interface DeclineScheduleResponseInput {
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
 * What was declined.
 */
export interface DeclineScheduleResponse {
  /**
   * Its number.
   */
  'number': (number);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
}

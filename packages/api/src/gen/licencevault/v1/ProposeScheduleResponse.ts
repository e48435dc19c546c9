// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was proposed.
 */
export interface ProposeScheduleResponseInput {
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
 * What was proposed.
 */
export interface ProposeScheduleResponse {
  /**
   * Its number.
   */
  'number': (number);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
}

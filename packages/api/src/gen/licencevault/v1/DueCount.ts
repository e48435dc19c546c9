// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * How many of one value.
 */
export interface DueCountInput {
  /**
   * The value.
   */
  'value'?: (string);
  /**
   * How many.
   */
  'cases'?: (number | string | Long);
}

/**
 * How many of one value.
 */
export interface DueCount {
  /**
   * The value.
   */
  'value': (string);
  /**
   * How many.
   */
  'cases': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { DueCountInput as _licencevault_v1_DueCountInput, DueCount as _licencevault_v1_DueCount } from '../../licencevault/v1/DueCount.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * How many.
 */
export interface CountUndatedResponseInput {
  /**
   * In all.
   */
  'cases'?: (number | string | Long);
  /**
   * By value, where it was asked for.
   */
  'by'?: (_licencevault_v1_DueCountInput)[];
}

/**
 * How many.
 */
export interface CountUndatedResponse {
  /**
   * In all.
   */
  'cases': (number);
  /**
   * By value, where it was asked for.
   */
  'by': (_licencevault_v1_DueCount)[];
}

// Original file: protos/licencevault/v1/archive.proto

import type { CoverageGapInput as _licencevault_v1_CoverageGapInput, CoverageGap as _licencevault_v1_CoverageGap } from '../../licencevault/v1/CoverageGap.ts';

/**
 * Items without a complete table.
 */
export interface GetCoverageResponseInput {
  /**
   * How many items there are.
   */
  'items'?: (number);
  /**
   * None where every item has a complete table.
   */
  'gaps'?: (_licencevault_v1_CoverageGapInput)[];
}

/**
 * Items without a complete table.
 */
export interface GetCoverageResponse {
  /**
   * How many items there are.
   */
  'items': (number);
  /**
   * None where every item has a complete table.
   */
  'gaps': (_licencevault_v1_CoverageGap)[];
}

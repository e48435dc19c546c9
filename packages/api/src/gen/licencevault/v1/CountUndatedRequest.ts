// Original file: protos/licencevault/v1/archive.proto

import type { UndatedQueryInput as _licencevault_v1_UndatedQueryInput, UndatedQuery as _licencevault_v1_UndatedQuery } from '../../licencevault/v1/UndatedQuery.ts';

/**
 * Asks how many have no date.
 */
export interface CountUndatedRequestInput {
  /**
   * Which.
   */
  'query'?: (_licencevault_v1_UndatedQueryInput | null);
  /**
   * `fonds`, `class`, `item`, `office`, `retention` or `held`; empty for the sum alone.
   */
  'by'?: (string);
}

/**
 * Asks how many have no date.
 */
export interface CountUndatedRequest {
  /**
   * Which.
   */
  'query': (_licencevault_v1_UndatedQuery | null);
  /**
   * `fonds`, `class`, `item`, `office`, `retention` or `held`; empty for the sum alone.
   */
  'by': (string);
}

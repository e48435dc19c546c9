// Original file: protos/licencevault/v1/archive.proto

import type { DueQueryInput as _licencevault_v1_DueQueryInput, DueQuery as _licencevault_v1_DueQuery } from '../../licencevault/v1/DueQuery.ts';

/**
 * Asks how many fall due.
 */
export interface CountDueRequestInput {
  /**
   * Which.
   */
  'query'?: (_licencevault_v1_DueQueryInput | null);
  /**
   * `fonds`, `class`, `item`, `office`, `retention`, `held`, `year` or `month`; empty for the sum alone.
   */
  'by'?: (string);
}

/**
 * Asks how many fall due.
 */
export interface CountDueRequest {
  /**
   * Which.
   */
  'query': (_licencevault_v1_DueQuery | null);
  /**
   * `fonds`, `class`, `item`, `office`, `retention`, `held`, `year` or `month`; empty for the sum alone.
   */
  'by': (string);
}

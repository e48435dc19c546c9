// Original file: protos/licencevault/v1/status.proto

import type { ActInput as _licencevault_v1_ActInput, Act as _licencevault_v1_Act } from '../../licencevault/v1/Act.ts';

/**
 * The acts.
 */
export interface HistoryResponseInput {
  /**
   * Oldest first.
   */
  'acts'?: (_licencevault_v1_ActInput)[];
}

/**
 * The acts.
 */
export interface HistoryResponse {
  /**
   * Oldest first.
   */
  'acts': (_licencevault_v1_Act)[];
}

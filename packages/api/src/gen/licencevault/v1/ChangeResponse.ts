// Original file: protos/licencevault/v1/status.proto

import type { ActInput as _licencevault_v1_ActInput, Act as _licencevault_v1_Act } from '../../licencevault/v1/Act.ts';

/**
 * What it led to.
 */
export interface ChangeResponseInput {
  /**
   * The act as recorded.
   */
  'act'?: (_licencevault_v1_ActInput | null);
}

/**
 * What it led to.
 */
export interface ChangeResponse {
  /**
   * The act as recorded.
   */
  'act': (_licencevault_v1_Act | null);
}

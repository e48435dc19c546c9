// Original file: protos/licencevault/v1/archive.proto

import type { ScheduleStateInput as _licencevault_v1_ScheduleStateInput, ScheduleState as _licencevault_v1_ScheduleState } from '../../licencevault/v1/ScheduleState.ts';

/**
 * One table whole.
 */
export interface GetScheduleResponseInput {
  /**
   * How it stands.
   */
  'state'?: (_licencevault_v1_ScheduleStateInput | null);
  /**
   * `licencevault.schedule/1`, JSON.
   */
  'scheduleJson'?: (string);
}

/**
 * One table whole.
 */
export interface GetScheduleResponse {
  /**
   * How it stands.
   */
  'state': (_licencevault_v1_ScheduleState | null);
  /**
   * `licencevault.schedule/1`, JSON.
   */
  'scheduleJson': (string);
}

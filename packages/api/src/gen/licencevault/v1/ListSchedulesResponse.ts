// Original file: protos/licencevault/v1/archive.proto

import type { ScheduleStateInput as _licencevault_v1_ScheduleStateInput, ScheduleState as _licencevault_v1_ScheduleState } from '../../licencevault/v1/ScheduleState.ts';

/**
 * All tables.
 */
export interface ListSchedulesResponseInput {
  /**
   * By number.
   */
  'schedules'?: (_licencevault_v1_ScheduleStateInput)[];
}

/**
 * All tables.
 */
export interface ListSchedulesResponse {
  /**
   * By number.
   */
  'schedules': (_licencevault_v1_ScheduleState)[];
}

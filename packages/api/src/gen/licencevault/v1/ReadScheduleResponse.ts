// Original file: protos/licencevault/v1/archive.proto

import type { ScheduleFindingInput as _licencevault_v1_ScheduleFindingInput, ScheduleFinding as _licencevault_v1_ScheduleFinding } from '../../licencevault/v1/ScheduleFinding.ts';

/**
 * What was read.
 */
export interface ReadScheduleResponseInput {
  /**
   * At most 1,000; none exactly when the table can be proposed as it stands.
   */
  'findings'?: (_licencevault_v1_ScheduleFindingInput)[];
  /**
   * How many items were read.
   */
  'items'?: (number);
  /**
   * `licencevault.schedule/1`, JSON, where nothing is wrong: packages/archive/SCHEDULE.md.
   */
  'scheduleJson'?: (string);
}

/**
 * What was read.
 */
export interface ReadScheduleResponse {
  /**
   * At most 1,000; none exactly when the table can be proposed as it stands.
   */
  'findings': (_licencevault_v1_ScheduleFinding)[];
  /**
   * How many items were read.
   */
  'items': (number);
  /**
   * `licencevault.schedule/1`, JSON, where nothing is wrong: packages/archive/SCHEDULE.md.
   */
  'scheduleJson': (string);
}

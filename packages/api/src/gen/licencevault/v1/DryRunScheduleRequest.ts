// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks what a table would change.
 */
export interface DryRunScheduleRequestInput {
  /**
   * One that was proposed.
   */
  'number'?: (number);
  /**
   * One that was not, `licencevault.schedule/1`, JSON.
   */
  'scheduleJson'?: (string);
  /**
   * Which.
   */
  'table'?: "number"|"scheduleJson";
}

/**
 * Asks what a table would change.
 */
export interface DryRunScheduleRequest {
  /**
   * One that was proposed.
   */
  'number'?: (number);
  /**
   * One that was not, `licencevault.schedule/1`, JSON.
   */
  'scheduleJson'?: (string);
  /**
   * Which.
   */
  'table'?: "number"|"scheduleJson";
}

// Original file: protos/licencevault/v1/authenticate.proto

/**
 * How a check ended.
 */
export const Outcome = {
  /**
   * Not said.
   */
  OUTCOME_UNSPECIFIED: 'OUTCOME_UNSPECIFIED',
  /**
   * In order.
   */
  OUTCOME_PASSED: 'OUTCOME_PASSED',
  /**
   * Not in order.
   */
  OUTCOME_FAILED: 'OUTCOME_FAILED',
  /**
   * Nothing certain can be said.
   */
  OUTCOME_UNDETERMINED: 'OUTCOME_UNDETERMINED',
  /**
   * Not made, and the reason says why.
   */
  OUTCOME_SKIPPED: 'OUTCOME_SKIPPED',
} as const;

/**
 * How a check ended.
 */
export type OutcomeInput =
  /**
   * Not said.
   */
  | 'OUTCOME_UNSPECIFIED'
  | 0
  /**
   * In order.
   */
  | 'OUTCOME_PASSED'
  | 1
  /**
   * Not in order.
   */
  | 'OUTCOME_FAILED'
  | 2
  /**
   * Nothing certain can be said.
   */
  | 'OUTCOME_UNDETERMINED'
  | 3
  /**
   * Not made, and the reason says why.
   */
  | 'OUTCOME_SKIPPED'
  | 4

/**
 * How a check ended.
 */
export type Outcome = typeof Outcome[keyof typeof Outcome]

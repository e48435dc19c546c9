// Original file: protos/licencevault/v1/archive.proto

/**
 * How a case ended.
 */
export const CaseOutcome = {
  /**
   * Not said.
   */
  CASE_OUTCOME_UNSPECIFIED: 'CASE_OUTCOME_UNSPECIFIED',
  /**
   * 准予
   */
  CASE_OUTCOME_GRANTED: 'CASE_OUTCOME_GRANTED',
  /**
   * 不予
   */
  CASE_OUTCOME_REFUSED: 'CASE_OUTCOME_REFUSED',
  /**
   * 申请人撤回
   */
  CASE_OUTCOME_WITHDRAWN: 'CASE_OUTCOME_WITHDRAWN',
  /**
   * 不予受理
   */
  CASE_OUTCOME_NOT_ACCEPTED: 'CASE_OUTCOME_NOT_ACCEPTED',
} as const;

/**
 * How a case ended.
 */
export type CaseOutcomeInput =
  /**
   * Not said.
   */
  | 'CASE_OUTCOME_UNSPECIFIED'
  | 0
  /**
   * 准予
   */
  | 'CASE_OUTCOME_GRANTED'
  | 1
  /**
   * 不予
   */
  | 'CASE_OUTCOME_REFUSED'
  | 2
  /**
   * 申请人撤回
   */
  | 'CASE_OUTCOME_WITHDRAWN'
  | 3
  /**
   * 不予受理
   */
  | 'CASE_OUTCOME_NOT_ACCEPTED'
  | 4

/**
 * How a case ended.
 */
export type CaseOutcome = typeof CaseOutcome[keyof typeof CaseOutcome]

// Original file: protos/licencevault/v1/authenticate.proto

/**
 * A plain answer.
 */
export const Answer = {
  /**
   * Not said.
   */
  ANSWER_UNSPECIFIED: 'ANSWER_UNSPECIFIED',
  /**
   * Yes.
   */
  ANSWER_YES: 'ANSWER_YES',
  /**
   * No.
   */
  ANSWER_NO: 'ANSWER_NO',
  /**
   * Nothing certain can be said.
   */
  ANSWER_UNDETERMINED: 'ANSWER_UNDETERMINED',
} as const;

/**
 * A plain answer.
 */
export type AnswerInput =
  /**
   * Not said.
   */
  | 'ANSWER_UNSPECIFIED'
  | 0
  /**
   * Yes.
   */
  | 'ANSWER_YES'
  | 1
  /**
   * No.
   */
  | 'ANSWER_NO'
  | 2
  /**
   * Nothing certain can be said.
   */
  | 'ANSWER_UNDETERMINED'
  | 3

/**
 * A plain answer.
 */
export type Answer = typeof Answer[keyof typeof Answer]

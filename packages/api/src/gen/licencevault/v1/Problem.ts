// Original file: protos/licencevault/v1/issue.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * What is wrong with one item, as the details of an error say it of a call.
 */
export interface ProblemInput {
  /**
   * Stable word code.
   */
  'code'?: (string);
  /**
   * What is wrong.
   */
  'sentence'?: (_licencevault_v1_WordsInput | null);
  /**
   * What to do.
   */
  'remedy'?: (_licencevault_v1_WordsInput | null);
  /**
   * gRPC status code that the call would have ended with.
   */
  'status'?: (number);
}

/**
 * What is wrong with one item, as the details of an error say it of a call.
 */
export interface Problem {
  /**
   * Stable word code.
   */
  'code': (string);
  /**
   * What is wrong.
   */
  'sentence': (_licencevault_v1_Words | null);
  /**
   * What to do.
   */
  'remedy': (_licencevault_v1_Words | null);
  /**
   * gRPC status code that the call would have ended with.
   */
  'status': (number);
}

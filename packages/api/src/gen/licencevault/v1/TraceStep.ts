// Original file: protos/licencevault/v1/archive.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * One step of a calculation.
 */
export interface TraceStepInput {
  /**
   * Stable word, such as `runs`.
   */
  'step'?: (string);
  /**
   * In words that stand alone.
   */
  'sentence'?: (_licencevault_v1_WordsInput | null);
}

/**
 * One step of a calculation.
 */
export interface TraceStep {
  /**
   * Stable word, such as `runs`.
   */
  'step': (string);
  /**
   * In words that stand alone.
   */
  'sentence': (_licencevault_v1_Words | null);
}

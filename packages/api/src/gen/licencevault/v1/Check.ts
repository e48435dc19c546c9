// Original file: protos/licencevault/v1/authenticate.proto

import type { OutcomeInput as _licencevault_v1_OutcomeInput, Outcome as _licencevault_v1_Outcome } from '../../licencevault/v1/Outcome.ts';
import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * One question that was asked.
 */
export interface CheckInput {
  /**
   * Stable word.
   */
  'name'?: (string);
  /**
   * How it ended.
   */
  'outcome'?: (_licencevault_v1_OutcomeInput);
  /**
   * Word code; empty when it passed.
   */
  'reason'?: (string);
  /**
   * What was found.
   */
  'sentence'?: (_licencevault_v1_WordsInput | null);
  /**
   * What to do about it; left out when it passed.
   */
  'remedy'?: (_licencevault_v1_WordsInput | null);
  /**
   * What the finding rests on, JSON object.
   */
  'evidenceJson'?: (string);
}

/**
 * One question that was asked.
 */
export interface Check {
  /**
   * Stable word.
   */
  'name': (string);
  /**
   * How it ended.
   */
  'outcome': (_licencevault_v1_Outcome);
  /**
   * Word code; empty when it passed.
   */
  'reason': (string);
  /**
   * What was found.
   */
  'sentence': (_licencevault_v1_Words | null);
  /**
   * What to do about it; left out when it passed.
   */
  'remedy': (_licencevault_v1_Words | null);
  /**
   * What the finding rests on, JSON object.
   */
  'evidenceJson': (string);
}

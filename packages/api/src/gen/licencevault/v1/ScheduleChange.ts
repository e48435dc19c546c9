// Original file: protos/licencevault/v1/archive.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * One thing that a table says otherwise.
 */
export interface ScheduleChangeInput {
  /**
   * Code of the material; empty for the item's own rule.
   */
  'material'?: (string);
  /**
   * `class`, `retention`, `start`, `filing`, `sharing`, `new` or `gone`.
   */
  'what'?: (string);
  /**
   * What holds now.
   */
  'before'?: (_licencevault_v1_WordsInput | null);
  /**
   * What would hold.
   */
  'after'?: (_licencevault_v1_WordsInput | null);
}

/**
 * One thing that a table says otherwise.
 */
export interface ScheduleChange {
  /**
   * Code of the material; empty for the item's own rule.
   */
  'material': (string);
  /**
   * `class`, `retention`, `start`, `filing`, `sharing`, `new` or `gone`.
   */
  'what': (string);
  /**
   * What holds now.
   */
  'before': (_licencevault_v1_Words | null);
  /**
   * What would hold.
   */
  'after': (_licencevault_v1_Words | null);
}

// Original file: protos/licencevault/v1/archive.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * One line of the four-property check (四性检测).
 */
export interface PropertyCheckInput {
  /**
   * Such as `GD-2-7`.
   */
  'code'?: (string);
  /**
   * Which of the four properties.
   */
  'property'?: (_licencevault_v1_WordsInput | null);
  /**
   * What it is called.
   */
  'name'?: (_licencevault_v1_WordsInput | null);
  /**
   * What is looked at.
   */
  'object'?: (_licencevault_v1_WordsInput | null);
  /**
   * What for.
   */
  'purpose'?: (_licencevault_v1_WordsInput | null);
  /**
   * Where it is laid down.
   */
  'basis'?: (string);
  /**
   * `passed`, `failed` or `not-checked`.
   */
  'outcome'?: (string);
  /**
   * What stands in the way, or why nothing was looked at.
   */
  'remark'?: (_licencevault_v1_WordsInput | null);
}

/**
 * One line of the four-property check (四性检测).
 */
export interface PropertyCheck {
  /**
   * Such as `GD-2-7`.
   */
  'code': (string);
  /**
   * Which of the four properties.
   */
  'property': (_licencevault_v1_Words | null);
  /**
   * What it is called.
   */
  'name': (_licencevault_v1_Words | null);
  /**
   * What is looked at.
   */
  'object': (_licencevault_v1_Words | null);
  /**
   * What for.
   */
  'purpose': (_licencevault_v1_Words | null);
  /**
   * Where it is laid down.
   */
  'basis': (string);
  /**
   * `passed`, `failed` or `not-checked`.
   */
  'outcome': (string);
  /**
   * What stands in the way, or why nothing was looked at.
   */
  'remark': (_licencevault_v1_Words | null);
}

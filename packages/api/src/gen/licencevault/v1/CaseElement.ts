// Original file: protos/licencevault/v1/archive.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * One metadata element of a case (DA/T 46).
 */
export interface CaseElementInput {
  /**
   * Such as `archivalNumber`.
   */
  'name'?: (string);
  /**
   * Number in DA/T 46 such as `M22`; empty where it has none.
   */
  'number'?: (string);
  /**
   * What people call it.
   */
  'label'?: (_licencevault_v1_WordsInput | null);
  /**
   * Its value as text.
   */
  'value'?: (string);
}

/**
 * One metadata element of a case (DA/T 46).
 */
export interface CaseElement {
  /**
   * Such as `archivalNumber`.
   */
  'name': (string);
  /**
   * Number in DA/T 46 such as `M22`; empty where it has none.
   */
  'number': (string);
  /**
   * What people call it.
   */
  'label': (_licencevault_v1_Words | null);
  /**
   * Its value as text.
   */
  'value': (string);
}

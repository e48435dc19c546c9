// Original file: protos/licencevault/v1/archive.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * One thing that is wrong in a table.
 */
export interface ScheduleFindingInput {
  /**
   * Stable word code.
   */
  'code'?: (string);
  /**
   * Row as the spreadsheet counts, from 1; 0 where no row is to blame.
   */
  'row'?: (number);
  /**
   * Heading of the column; empty where none is to blame.
   */
  'column'?: (string);
  /**
   * Code of the item.
   */
  'item'?: (string);
  /**
   * Code of the material.
   */
  'material'?: (string);
  /**
   * What is wrong.
   */
  'sentence'?: (_licencevault_v1_WordsInput | null);
  /**
   * What to do.
   */
  'remedy'?: (_licencevault_v1_WordsInput | null);
}

/**
 * One thing that is wrong in a table.
 */
export interface ScheduleFinding {
  /**
   * Stable word code.
   */
  'code': (string);
  /**
   * Row as the spreadsheet counts, from 1; 0 where no row is to blame.
   */
  'row': (number);
  /**
   * Heading of the column; empty where none is to blame.
   */
  'column': (string);
  /**
   * Code of the item.
   */
  'item': (string);
  /**
   * Code of the material.
   */
  'material': (string);
  /**
   * What is wrong.
   */
  'sentence': (_licencevault_v1_Words | null);
  /**
   * What to do.
   */
  'remedy': (_licencevault_v1_Words | null);
}

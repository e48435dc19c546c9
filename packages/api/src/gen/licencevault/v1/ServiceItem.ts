// Original file: protos/licencevault/v1/archive.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';

/**
 * A service item (政务服务事项).
 */
export interface ServiceItemInput {
  /**
   * Implementation code (31) or, of a variant, business code (33).
   */
  'code'?: (string);
  /**
   * 1 or more.
   */
  'version'?: (number);
  /**
   * What it is called.
   */
  'name'?: (_licencevault_v1_WordsInput | null);
  /**
   * Its type, such as `permit` or `service`.
   */
  'type'?: (string);
  /**
   * Unified social credit code of the body that carries it out.
   */
  'authority'?: (string);
  /**
   * Civil date since which nothing more is filed under it; empty for one that lives.
   */
  'retiredOn'?: (string);
  /**
   * The whole item, `licencevault.item/1`, JSON: packages/archive/ITEM.md.
   */
  'definitionJson'?: (string);
}

/**
 * A service item (政务服务事项).
 */
export interface ServiceItem {
  /**
   * Implementation code (31) or, of a variant, business code (33).
   */
  'code': (string);
  /**
   * 1 or more.
   */
  'version': (number);
  /**
   * What it is called.
   */
  'name': (_licencevault_v1_Words | null);
  /**
   * Its type, such as `permit` or `service`.
   */
  'type': (string);
  /**
   * Unified social credit code of the body that carries it out.
   */
  'authority': (string);
  /**
   * Civil date since which nothing more is filed under it; empty for one that lives.
   */
  'retiredOn': (string);
  /**
   * The whole item, `licencevault.item/1`, JSON: packages/archive/ITEM.md.
   */
  'definitionJson': (string);
}

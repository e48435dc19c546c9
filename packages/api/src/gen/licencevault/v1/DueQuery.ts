// Original file: protos/licencevault/v1/archive.proto


/**
 * Which cases: those that fall due between two days, narrowed by whatever else is given.
 */
export interface DueQueryInput {
  /**
   * Civil date, inside; empty for no bound.
   */
  'from'?: (string);
  /**
   * Civil date, inside; empty for no bound.
   */
  'to'?: (string);
  /**
   * 全宗号.
   */
  'fonds'?: (string);
  /**
   * 门类.
   */
  'class'?: (string);
  /**
   * Code of the item.
   */
  'item'?: (string);
  /**
   * Unified social credit code of the office.
   */
  'office'?: (string);
  /**
   * Retention code; `Y` finds nothing, for it never falls due: see FindUndated.
   */
  'retention'?: (string);
  /**
   * Only held ones, or only others; both if left out.
   */
  'held'?: (boolean);
  '_held'?: "held";
}

/**
 * Which cases: those that fall due between two days, narrowed by whatever else is given.
 */
export interface DueQuery {
  /**
   * Civil date, inside; empty for no bound.
   */
  'from': (string);
  /**
   * Civil date, inside; empty for no bound.
   */
  'to': (string);
  /**
   * 全宗号.
   */
  'fonds': (string);
  /**
   * 门类.
   */
  'class': (string);
  /**
   * Code of the item.
   */
  'item': (string);
  /**
   * Unified social credit code of the office.
   */
  'office': (string);
  /**
   * Retention code; `Y` finds nothing, for it never falls due: see FindUndated.
   */
  'retention': (string);
  /**
   * Only held ones, or only others; both if left out.
   */
  'held'?: (boolean);
  '_held'?: "held";
}

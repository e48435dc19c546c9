// Original file: protos/licencevault/v1/archive.proto


/**
 * Which cases that have no day on which they fall due; what is left empty does not narrow.
 */
export interface UndatedQueryInput {
  /**
   * `permanent` (永久), or `open`: waiting for an event or for the end of a licence; must be told.
   */
  'state'?: (string);
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
   * Retention code, of those that wait.
   */
  'retention'?: (string);
  /**
   * Only held ones, or only others; both if left out.
   */
  'held'?: (boolean);
  '_held'?: "held";
}

/**
 * Which cases that have no day on which they fall due; what is left empty does not narrow.
 */
export interface UndatedQuery {
  /**
   * `permanent` (永久), or `open`: waiting for an event or for the end of a licence; must be told.
   */
  'state': (string);
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
   * Retention code, of those that wait.
   */
  'retention': (string);
  /**
   * Only held ones, or only others; both if left out.
   */
  'held'?: (boolean);
  '_held'?: "held";
}

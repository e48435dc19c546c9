// Original file: protos/licencevault/v1/archive.proto


/**
 * What an item's table lacks.
 */
export interface CoverageGapInput {
  /**
   * Code of the item.
   */
  'item'?: (string);
  /**
   * Name of the item.
   */
  'name'?: (string);
  /**
   * Unified social credit code of the body that carries it out.
   */
  'authority'?: (string);
  /**
   * `table`, `materials` or `version`.
   */
  'missing'?: (string);
  /**
   * Codes of materials without a filing scope.
   */
  'materials'?: (string)[];
}

/**
 * What an item's table lacks.
 */
export interface CoverageGap {
  /**
   * Code of the item.
   */
  'item': (string);
  /**
   * Name of the item.
   */
  'name': (string);
  /**
   * Unified social credit code of the body that carries it out.
   */
  'authority': (string);
  /**
   * `table`, `materials` or `version`.
   */
  'missing': (string);
  /**
   * Codes of materials without a filing scope.
   */
  'materials': (string)[];
}

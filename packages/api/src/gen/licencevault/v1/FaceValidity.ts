// Original file: protos/licencevault/v1/authenticate.proto


/**
 * Dates as somebody reads them.
 */
export interface FaceValidityInput {
  /**
   * Civil date; empty is not compared.
   */
  'from'?: (string);
  /**
   * Civil date; empty is not compared.
   */
  'until'?: (string);
  /**
   * 长期 is printed where the last day would stand.
   */
  'indefinite'?: (boolean);
}

/**
 * Dates as somebody reads them.
 */
export interface FaceValidity {
  /**
   * Civil date; empty is not compared.
   */
  'from': (string);
  /**
   * Civil date; empty is not compared.
   */
  'until': (string);
  /**
   * 长期 is printed where the last day would stand.
   */
  'indefinite': (boolean);
}

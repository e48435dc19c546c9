// Original file: protos/licencevault/v1/common.proto


/**
 * From when until when a licence is valid, both days inside.
 */
export interface ValidityInput {
  /**
   * Civil date.
   */
  'from'?: (string);
  /**
   * Civil date; left out is 长期, without end.
   */
  'until'?: (string);
  '_until'?: "until";
}

/**
 * From when until when a licence is valid, both days inside.
 */
export interface Validity {
  /**
   * Civil date.
   */
  'from': (string);
  /**
   * Civil date; left out is 长期, without end.
   */
  'until'?: (string);
  '_until'?: "until";
}

// Original file: protos/licencevault/v1/common.proto


/**
 * A version of a licence type.
 */
export interface TypeRefInput {
  /**
   * 证照类型代码, 21 characters.
   */
  'code'?: (string);
  /**
   * 1 or more. An order must name it: which version a licence is issued by is never guessed.
   */
  'version'?: (number);
}

/**
 * A version of a licence type.
 */
export interface TypeRef {
  /**
   * 证照类型代码, 21 characters.
   */
  'code': (string);
  /**
   * 1 or more. An order must name it: which version a licence is issued by is never guessed.
   */
  'version': (number);
}

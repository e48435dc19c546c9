// Original file: protos/licencevault/v1/catalogue.proto


/**
 * Ends a type.
 */
export interface RetireTypeRequestInput {
  /**
   * As in DefineTypeRequest.
   */
  'requestId'?: (string);
  /**
   * 证照类型代码.
   */
  'code'?: (string);
}

/**
 * Ends a type.
 */
export interface RetireTypeRequest {
  /**
   * As in DefineTypeRequest.
   */
  'requestId': (string);
  /**
   * 证照类型代码.
   */
  'code': (string);
}

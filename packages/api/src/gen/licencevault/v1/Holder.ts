// Original file: protos/licencevault/v1/common.proto


/**
 * 持证主体: who holds a licence.
 */
export interface HolderInput {
  /**
   * As it stands on the face.
   */
  'name'?: (string);
  /**
   * Unified social credit code, resident ID or another code; personal.
   */
  'code'?: (string);
  /**
   * 持证主体代码类型代码 of GB/T 36903, such as `001` or `111`.
   */
  'codeType'?: (string);
}

/**
 * 持证主体: who holds a licence.
 */
export interface Holder {
  /**
   * As it stands on the face.
   */
  'name': (string);
  /**
   * Unified social credit code, resident ID or another code; personal.
   */
  'code': (string);
  /**
   * 持证主体代码类型代码 of GB/T 36903, such as `001` or `111`.
   */
  'codeType': (string);
}

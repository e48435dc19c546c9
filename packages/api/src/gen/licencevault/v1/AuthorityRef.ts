// Original file: protos/licencevault/v1/common.proto


/**
 * An authority.
 */
export interface AuthorityRefInput {
  /**
   * Its unified social credit code.
   */
  'code'?: (string);
  /**
   * What it is called, as it shall stand on the face.
   */
  'name'?: (string);
}

/**
 * An authority.
 */
export interface AuthorityRef {
  /**
   * Its unified social credit code.
   */
  'code': (string);
  /**
   * What it is called, as it shall stand on the face.
   */
  'name': (string);
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for an item.
 */
export interface GetItemRequestInput {
  /**
   * Its code.
   */
  'code'?: (string);
  /**
   * 0 for the newest.
   */
  'version'?: (number);
}

/**
 * Asks for an item.
 */
export interface GetItemRequest {
  /**
   * Its code.
   */
  'code': (string);
  /**
   * 0 for the newest.
   */
  'version': (number);
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * Retires an item.
 */
export interface RetireItemRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * Its code.
   */
  'code'?: (string);
  /**
   * Civil date.
   */
  'on'?: (string);
}

/**
 * Retires an item.
 */
export interface RetireItemRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * Its code.
   */
  'code': (string);
  /**
   * Civil date.
   */
  'on': (string);
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * Revises items.
 */
export interface ReviseItemsRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * Each `licencevault.item/1` with the next version number, JSON; 2,000 at most.
   */
  'definitionsJson'?: (string)[];
}

/**
 * Revises items.
 */
export interface ReviseItemsRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * Each `licencevault.item/1` with the next version number, JSON; 2,000 at most.
   */
  'definitionsJson': (string)[];
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * Defines items.
 */
export interface DefineItemsRequestInput {
  /**
   * Yours; the same id with the same content answers the same, with other content it is refused.
   */
  'requestId'?: (string);
  /**
   * Who does it, as the calling application names its people.
   */
  'user'?: (string);
  /**
   * Each `licencevault.item/1`, JSON; 2,000 at most.
   */
  'definitionsJson'?: (string)[];
}

/**
 * Defines items.
 */
export interface DefineItemsRequest {
  /**
   * Yours; the same id with the same content answers the same, with other content it is refused.
   */
  'requestId': (string);
  /**
   * Who does it, as the calling application names its people.
   */
  'user': (string);
  /**
   * Each `licencevault.item/1`, JSON; 2,000 at most.
   */
  'definitionsJson': (string)[];
}

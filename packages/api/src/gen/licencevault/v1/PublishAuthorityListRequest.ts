// Original file: protos/licencevault/v1/catalogue.proto


/**
 * Publishes the list.
 */
export interface PublishAuthorityListRequestInput {
  /**
   * As in DefineTypeRequest.
   */
  'requestId'?: (string);
  /**
   * Instant by which the next is due.
   */
  'nextUpdate'?: (string);
  /**
   * Certificates (DER) of the CAs under which the seals in it stand.
   */
  'roots'?: (Buffer | Uint8Array | string)[];
}

/**
 * Publishes the list.
 */
export interface PublishAuthorityListRequest {
  /**
   * As in DefineTypeRequest.
   */
  'requestId': (string);
  /**
   * Instant by which the next is due.
   */
  'nextUpdate': (string);
  /**
   * Certificates (DER) of the CAs under which the seals in it stand.
   */
  'roots': (Buffer)[];
}

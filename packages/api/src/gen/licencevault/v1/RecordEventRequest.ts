// Original file: protos/licencevault/v1/archive.proto


/**
 * Records an event.
 */
export interface RecordEventRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * Its word, such as `works-completed`.
   */
  'event'?: (string);
  /**
   * Civil date; not to come.
   */
  'on'?: (string);
}

/**
 * Records an event.
 */
export interface RecordEventRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * Its word, such as `works-completed`.
   */
  'event': (string);
  /**
   * Civil date; not to come.
   */
  'on': (string);
}

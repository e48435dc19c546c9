// Original file: protos/licencevault/v1/archive.proto


/**
 * Lifts a hold.
 */
export interface LiftHoldRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * Its id.
   */
  'id'?: (string);
  /**
   * Number of the decision that lifts it.
   */
  'decision'?: (string);
}

/**
 * Lifts a hold.
 */
export interface LiftHoldRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * Its id.
   */
  'id': (string);
  /**
   * Number of the decision that lifts it.
   */
  'decision': (string);
}

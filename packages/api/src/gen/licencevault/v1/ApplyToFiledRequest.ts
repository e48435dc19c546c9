// Original file: protos/licencevault/v1/archive.proto


/**
 * Applies a table to filed cases.
 */
export interface ApplyToFiledRequestInput {
  /**
   * As in DefineItemsRequest; sent again it finishes what was cut short.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * Number of an approved table.
   */
  'number'?: (number);
  /**
   * Only these items; all of the table if empty.
   */
  'items'?: (string)[];
  /**
   * Number of the appraisal decision (鉴定决定).
   */
  'decision'?: (string);
}

/**
 * Applies a table to filed cases.
 */
export interface ApplyToFiledRequest {
  /**
   * As in DefineItemsRequest; sent again it finishes what was cut short.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * Number of an approved table.
   */
  'number': (number);
  /**
   * Only these items; all of the table if empty.
   */
  'items': (string)[];
  /**
   * Number of the appraisal decision (鉴定决定).
   */
  'decision': (string);
}

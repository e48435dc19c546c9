// Original file: protos/licencevault/v1/archive.proto


/**
 * A case that could not be filed, or was filed late.
 */
export interface CaseExceptionInput {
  /**
   * Unified social credit code of the office.
   */
  'office'?: (string);
  /**
   * The office's own number.
   */
  'caseNumber'?: (string);
  /**
   * Code of its item.
   */
  'item'?: (string);
  /**
   * `incomplete`, `failed` or `late`.
   */
  'kind'?: (string);
  /**
   * Civil date.
   */
  'closedOn'?: (string);
  /**
   * Last day on which the city allows it to be filed.
   */
  'allowedUntil'?: (string);
  /**
   * Days beyond it: on the day of filing, or today where it is not filed.
   */
  'daysLate'?: (number);
  /**
   * Word code of what stopped it.
   */
  'reason'?: (string);
  /**
   * Whether it was filed in time after all.
   */
  'settled'?: (boolean);
}

/**
 * A case that could not be filed, or was filed late.
 */
export interface CaseException {
  /**
   * Unified social credit code of the office.
   */
  'office': (string);
  /**
   * The office's own number.
   */
  'caseNumber': (string);
  /**
   * Code of its item.
   */
  'item': (string);
  /**
   * `incomplete`, `failed` or `late`.
   */
  'kind': (string);
  /**
   * Civil date.
   */
  'closedOn': (string);
  /**
   * Last day on which the city allows it to be filed.
   */
  'allowedUntil': (string);
  /**
   * Days beyond it: on the day of filing, or today where it is not filed.
   */
  'daysLate': (number);
  /**
   * Word code of what stopped it.
   */
  'reason': (string);
  /**
   * Whether it was filed in time after all.
   */
  'settled': (boolean);
}

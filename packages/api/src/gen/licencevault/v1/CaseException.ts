// Original file: protos/licencevault/v1/archive.proto


/**
 * A case that could not be filed, or is late.
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
   * Days beyond it, today.
   */
  'daysLate'?: (number);
  /**
   * Word code of what stopped it.
   */
  'reason'?: (string);
}

/**
 * A case that could not be filed, or is late.
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
   * Days beyond it, today.
   */
  'daysLate': (number);
  /**
   * Word code of what stopped it.
   */
  'reason': (string);
}

// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks how many exceptions there are.
 */
export interface CountExceptionsRequestInput {
  /**
   * Unified social credit code of the office; all if empty.
   */
  'office'?: (string);
}

/**
 * Asks how many exceptions there are.
 */
export interface CountExceptionsRequest {
  /**
   * Unified social credit code of the office; all if empty.
   */
  'office': (string);
}

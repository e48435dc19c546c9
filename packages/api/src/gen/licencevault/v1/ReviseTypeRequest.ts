// Original file: protos/licencevault/v1/catalogue.proto


/**
 * Defines the next version.
 */
export interface ReviseTypeRequestInput {
  /**
   * As in DefineTypeRequest.
   */
  'requestId'?: (string);
  /**
   * `licencevault.type/1` with the next version number, JSON.
   */
  'definitionJson'?: (string);
  /**
   * Its template, JSON.
   */
  'templateJson'?: (string);
}

/**
 * Defines the next version.
 */
export interface ReviseTypeRequest {
  /**
   * As in DefineTypeRequest.
   */
  'requestId': (string);
  /**
   * `licencevault.type/1` with the next version number, JSON.
   */
  'definitionJson': (string);
  /**
   * Its template, JSON.
   */
  'templateJson': (string);
}

// Original file: protos/licencevault/v1/catalogue.proto


/**
 * Defines a type.
 */
export interface DefineTypeRequestInput {
  /**
   * Yours; the same id with the same content answers the same, with other content it is refused.
   */
  'requestId'?: (string);
  /**
   * `licencevault.type/1`, JSON.
   */
  'definitionJson'?: (string);
  /**
   * Its template, JSON.
   */
  'templateJson'?: (string);
}

/**
 * Defines a type.
 */
export interface DefineTypeRequest {
  /**
   * Yours; the same id with the same content answers the same, with other content it is refused.
   */
  'requestId': (string);
  /**
   * `licencevault.type/1`, JSON.
   */
  'definitionJson': (string);
  /**
   * Its template, JSON.
   */
  'templateJson': (string);
}

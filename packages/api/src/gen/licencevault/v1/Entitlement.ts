// Original file: protos/licencevault/v1/catalogue.proto


/**
 * A type that an authority may issue.
 */
export interface EntitlementInput {
  /**
   * 证照类型代码.
   */
  'typeCode'?: (string);
  /**
   * Instant, inside.
   */
  'from'?: (string);
  /**
   * Instant, outside; empty for no end.
   */
  'to'?: (string);
}

/**
 * A type that an authority may issue.
 */
export interface Entitlement {
  /**
   * 证照类型代码.
   */
  'typeCode': (string);
  /**
   * Instant, inside.
   */
  'from': (string);
  /**
   * Instant, outside; empty for no end.
   */
  'to': (string);
}

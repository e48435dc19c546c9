// Original file: protos/licencevault/v1/authenticate.proto

import type { TypeRefInput as _licencevault_v1_TypeRefInput, TypeRef as _licencevault_v1_TypeRef } from '../../licencevault/v1/TypeRef.ts';
import type { HolderInput as _licencevault_v1_HolderInput, Holder as _licencevault_v1_Holder } from '../../licencevault/v1/Holder.ts';
import type { ValueInput as _licencevault_v1_ValueInput, Value as _licencevault_v1_Value } from '../../licencevault/v1/Value.ts';
import type { ValidityInput as _licencevault_v1_ValidityInput, Validity as _licencevault_v1_Validity } from '../../licencevault/v1/Validity.ts';
import type { AuthorityRefInput as _licencevault_v1_AuthorityRefInput, AuthorityRef as _licencevault_v1_AuthorityRef } from '../../licencevault/v1/AuthorityRef.ts';

/**
 * What a licence says; what the caller may not know is left out.
 */
export interface FactsInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * 证照编号.
   */
  'number'?: (string);
  /**
   * Its type.
   */
  'type'?: (_licencevault_v1_TypeRefInput | null);
  /**
   * Who holds it.
   */
  'holders'?: (_licencevault_v1_HolderInput)[];
  /**
   * Face fields by name.
   */
  'fields'?: ({[key: string]: _licencevault_v1_ValueInput});
  /**
   * From when until when.
   */
  'validity'?: (_licencevault_v1_ValidityInput | null);
  /**
   * Who issued it.
   */
  'authority'?: (_licencevault_v1_AuthorityRefInput | null);
  /**
   * Instant of issue.
   */
  'issuedAt'?: (string);
  /**
   * Civil date of issue.
   */
  'issuedOn'?: (string);
  /**
   * Digest of the statement.
   */
  'statementDigest'?: (string);
  /**
   * What the type is called.
   */
  'typeName'?: (string);
}

/**
 * What a licence says; what the caller may not know is left out.
 */
export interface Facts {
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * 证照编号.
   */
  'number': (string);
  /**
   * Its type.
   */
  'type': (_licencevault_v1_TypeRef | null);
  /**
   * Who holds it.
   */
  'holders': (_licencevault_v1_Holder)[];
  /**
   * Face fields by name.
   */
  'fields': ({[key: string]: _licencevault_v1_Value});
  /**
   * From when until when.
   */
  'validity': (_licencevault_v1_Validity | null);
  /**
   * Who issued it.
   */
  'authority': (_licencevault_v1_AuthorityRef | null);
  /**
   * Instant of issue.
   */
  'issuedAt': (string);
  /**
   * Civil date of issue.
   */
  'issuedOn': (string);
  /**
   * Digest of the statement.
   */
  'statementDigest': (string);
  /**
   * What the type is called.
   */
  'typeName': (string);
}

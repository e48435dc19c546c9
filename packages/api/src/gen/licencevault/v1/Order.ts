// Original file: protos/licencevault/v1/common.proto

import type { TypeRefInput as _licencevault_v1_TypeRefInput, TypeRef as _licencevault_v1_TypeRef } from '../../licencevault/v1/TypeRef.ts';
import type { AuthorityRefInput as _licencevault_v1_AuthorityRefInput, AuthorityRef as _licencevault_v1_AuthorityRef } from '../../licencevault/v1/AuthorityRef.ts';
import type { HolderInput as _licencevault_v1_HolderInput, Holder as _licencevault_v1_Holder } from '../../licencevault/v1/Holder.ts';
import type { ValueInput as _licencevault_v1_ValueInput, Value as _licencevault_v1_Value } from '../../licencevault/v1/Value.ts';
import type { ValidityInput as _licencevault_v1_ValidityInput, Validity as _licencevault_v1_Validity } from '../../licencevault/v1/Validity.ts';

/**
 * What to issue: everything a licence says that the vault does not add itself.
 */
export interface OrderInput {
  /**
   * Which type.
   */
  'type'?: (_licencevault_v1_TypeRefInput | null);
  /**
   * Whose seal.
   */
  'authority'?: (_licencevault_v1_AuthorityRefInput | null);
  /**
   * 1 to 100 holders, as many as the type allows.
   */
  'holders'?: (_licencevault_v1_HolderInput)[];
  /**
   * Face fields by the names that the type's definition gives them.
   */
  'fields'?: ({[key: string]: _licencevault_v1_ValueInput});
  /**
   * As the type's rule allows.
   */
  'validity'?: (_licencevault_v1_ValidityInput | null);
}

/**
 * What to issue: everything a licence says that the vault does not add itself.
 */
export interface Order {
  /**
   * Which type.
   */
  'type': (_licencevault_v1_TypeRef | null);
  /**
   * Whose seal.
   */
  'authority': (_licencevault_v1_AuthorityRef | null);
  /**
   * 1 to 100 holders, as many as the type allows.
   */
  'holders': (_licencevault_v1_Holder)[];
  /**
   * Face fields by the names that the type's definition gives them.
   */
  'fields': ({[key: string]: _licencevault_v1_Value});
  /**
   * As the type's rule allows.
   */
  'validity': (_licencevault_v1_Validity | null);
}

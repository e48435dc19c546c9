// Original file: protos/licencevault/v1/common.proto

import type { StateInput as _licencevault_v1_StateInput, State as _licencevault_v1_State } from '../../licencevault/v1/State.ts';
import type { TypeRefInput as _licencevault_v1_TypeRefInput, TypeRef as _licencevault_v1_TypeRef } from '../../licencevault/v1/TypeRef.ts';
import type { ValidityInput as _licencevault_v1_ValidityInput, Validity as _licencevault_v1_Validity } from '../../licencevault/v1/Validity.ts';
import type { FileFactsInput as _licencevault_v1_FileFactsInput, FileFacts as _licencevault_v1_FileFacts } from '../../licencevault/v1/FileFacts.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A licence as its row and the ledger have it: nothing of its holders or fields.
 */
export interface LicenceInput {
  /**
   * 证照标识, GB/T 36904.
   */
  'identifier'?: (string);
  /**
   * 证照编号 as printed; may be personal.
   */
  'number'?: (string);
  /**
   * Its state now.
   */
  'state'?: (_licencevault_v1_StateInput);
  /**
   * The version that it was issued by.
   */
  'type'?: (_licencevault_v1_TypeRefInput | null);
  /**
   * Whose seal it bears: unified social credit code.
   */
  'authority'?: (string);
  /**
   * From when until when.
   */
  'validity'?: (_licencevault_v1_ValidityInput | null);
  /**
   * Instant of issue.
   */
  'issuedAt'?: (string);
  /**
   * Civil date of issue at the authority.
   */
  'issuedOn'?: (string);
  /**
   * Digest of the statement inside.
   */
  'statementDigest'?: (string);
  /**
   * The sealed file; left out while issuing.
   */
  'file'?: (_licencevault_v1_FileFactsInput | null);
  /**
   * Index of the entry `issued` in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * The licence that this one took the place of, if any.
   */
  'predecessor'?: (string);
  /**
   * The licence that took its place, if any.
   */
  'successor'?: (string);
}

/**
 * A licence as its row and the ledger have it: nothing of its holders or fields.
 */
export interface Licence {
  /**
   * 证照标识, GB/T 36904.
   */
  'identifier': (string);
  /**
   * 证照编号 as printed; may be personal.
   */
  'number': (string);
  /**
   * Its state now.
   */
  'state': (_licencevault_v1_State);
  /**
   * The version that it was issued by.
   */
  'type': (_licencevault_v1_TypeRef | null);
  /**
   * Whose seal it bears: unified social credit code.
   */
  'authority': (string);
  /**
   * From when until when.
   */
  'validity': (_licencevault_v1_Validity | null);
  /**
   * Instant of issue.
   */
  'issuedAt': (string);
  /**
   * Civil date of issue at the authority.
   */
  'issuedOn': (string);
  /**
   * Digest of the statement inside.
   */
  'statementDigest': (string);
  /**
   * The sealed file; left out while issuing.
   */
  'file': (_licencevault_v1_FileFacts | null);
  /**
   * Index of the entry `issued` in the ledger.
   */
  'index': (number);
  /**
   * The licence that this one took the place of, if any.
   */
  'predecessor': (string);
  /**
   * The licence that took its place, if any.
   */
  'successor': (string);
}

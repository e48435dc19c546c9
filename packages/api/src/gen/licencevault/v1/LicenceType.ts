// Original file: protos/licencevault/v1/catalogue.proto

import type { TypeRefInput as _licencevault_v1_TypeRefInput, TypeRef as _licencevault_v1_TypeRef } from '../../licencevault/v1/TypeRef.ts';
import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A licence type (证照类型).
 */
export interface LicenceTypeInput {
  /**
   * 证照类型代码 and version.
   */
  'ref'?: (_licencevault_v1_TypeRefInput | null);
  /**
   * What it is called.
   */
  'name'?: (_licencevault_v1_WordsInput | null);
  /**
   * `licence` 证照, `approval` 批文 or `certificate` 证明.
   */
  'kind'?: (string);
  /**
   * Unified social credit codes of the authorities that may issue it.
   */
  'issuingAuthorities'?: (string)[];
  /**
   * Whether it was retired.
   */
  'retired'?: (boolean);
  /**
   * Instant at which this version was recorded.
   */
  'recordedAt'?: (string);
  /**
   * Index of its entry in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * Digest of its definition.
   */
  'digest'?: (string);
  /**
   * The whole definition, `licencevault.type/1`, JSON: packages/licence/TYPE.md.
   */
  'definitionJson'?: (string);
}

/**
 * A licence type (证照类型).
 */
export interface LicenceType {
  /**
   * 证照类型代码 and version.
   */
  'ref': (_licencevault_v1_TypeRef | null);
  /**
   * What it is called.
   */
  'name': (_licencevault_v1_Words | null);
  /**
   * `licence` 证照, `approval` 批文 or `certificate` 证明.
   */
  'kind': (string);
  /**
   * Unified social credit codes of the authorities that may issue it.
   */
  'issuingAuthorities': (string)[];
  /**
   * Whether it was retired.
   */
  'retired': (boolean);
  /**
   * Instant at which this version was recorded.
   */
  'recordedAt': (string);
  /**
   * Index of its entry in the ledger.
   */
  'index': (number);
  /**
   * Digest of its definition.
   */
  'digest': (string);
  /**
   * The whole definition, `licencevault.type/1`, JSON: packages/licence/TYPE.md.
   */
  'definitionJson': (string);
}

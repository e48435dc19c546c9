// Original file: protos/licencevault/v1/catalogue.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A published list of authorities.
 */
export interface AuthorityListInput {
  /**
   * `licencevault.authorities/1`, sealed with CAdES: packages/verify/FORMAT.md.
   */
  'sealed'?: (Buffer | Uint8Array | string);
  /**
   * Grows with every list.
   */
  'sequence'?: (number | string | Long);
  /**
   * Instant.
   */
  'issuedAt'?: (string);
  /**
   * Instant by which the next is due.
   */
  'nextUpdate'?: (string);
  /**
   * SHA-256 of `sealed`.
   */
  'digest'?: (string);
  /**
   * Index of its entry in the ledger.
   */
  'index'?: (number | string | Long);
}

/**
 * A published list of authorities.
 */
export interface AuthorityList {
  /**
   * `licencevault.authorities/1`, sealed with CAdES: packages/verify/FORMAT.md.
   */
  'sealed': (Buffer);
  /**
   * Grows with every list.
   */
  'sequence': (number);
  /**
   * Instant.
   */
  'issuedAt': (string);
  /**
   * Instant by which the next is due.
   */
  'nextUpdate': (string);
  /**
   * SHA-256 of `sealed`.
   */
  'digest': (string);
  /**
   * Index of its entry in the ledger.
   */
  'index': (number);
}

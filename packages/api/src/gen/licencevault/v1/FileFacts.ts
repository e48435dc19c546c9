// Original file: protos/licencevault/v1/common.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A file.
 */
export interface FileFactsInput {
  /**
   * Its digest, as the ledger recorded it: what arrives must have it.
   */
  'digest'?: (string);
  /**
   * Bytes in all.
   */
  'size'?: (number | string | Long);
}

/**
 * A file.
 */
export interface FileFacts {
  /**
   * Its digest, as the ledger recorded it: what arrives must have it.
   */
  'digest': (string);
  /**
   * Bytes in all.
   */
  'size': (number);
}

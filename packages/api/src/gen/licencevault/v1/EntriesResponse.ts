// Original file: protos/licencevault/v1/ledger.proto

import type { Long } from '@grpc/proto-loader';

/**
 * One entry.
 */
export interface EntriesResponseInput {
  /**
   * Its index: the cursor to resume after.
   */
  'index'?: (number | string | Long);
  /**
   * Its canonical JSON: packages/ledger/FORMAT.md. Its leaf hash is that of these bytes.
   */
  'entry'?: (Buffer | Uint8Array | string);
}

/**
 * One entry.
 */
export interface EntriesResponse {
  /**
   * Its index: the cursor to resume after.
   */
  'index': (number);
  /**
   * Its canonical JSON: packages/ledger/FORMAT.md. Its leaf hash is that of these bytes.
   */
  'entry': (Buffer);
}

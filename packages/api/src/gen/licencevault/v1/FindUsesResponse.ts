// Original file: protos/licencevault/v1/archive.proto

import type { UseRecordInput as _licencevault_v1_UseRecordInput, UseRecord as _licencevault_v1_UseRecord } from '../../licencevault/v1/UseRecord.ts';

/**
 * A page of uses.
 */
export interface FindUsesResponseInput {
  /**
   * In their order.
   */
  'uses'?: (_licencevault_v1_UseRecordInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of uses.
 */
export interface FindUsesResponse {
  /**
   * In their order.
   */
  'uses': (_licencevault_v1_UseRecord)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

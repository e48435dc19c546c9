// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was applied.
 */
export interface ApplyToFiledResponseInput {
  /**
   * Number of the table.
   */
  'number'?: (number);
  /**
   * How many items it was applied to.
   */
  'items'?: (number);
  /**
   * Index of the entry in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * How many cases it moved: those under an earlier table of the item.
   */
  'moved'?: (number | string | Long);
}

/**
 * What was applied.
 */
export interface ApplyToFiledResponse {
  /**
   * Number of the table.
   */
  'number': (number);
  /**
   * How many items it was applied to.
   */
  'items': (number);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
  /**
   * How many cases it moved: those under an earlier table of the item.
   */
  'moved': (number);
}

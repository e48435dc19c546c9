// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What was placed.
 */
export interface PlaceHoldResponseInput {
  /**
   * Its id.
   */
  'id'?: (string);
  /**
   * How many cases it stops.
   */
  'cases'?: (number | string | Long);
  /**
   * Index of the entry in the ledger.
   */
  'index'?: (number | string | Long);
}

/**
 * What was placed.
 */
export interface PlaceHoldResponse {
  /**
   * Its id.
   */
  'id': (string);
  /**
   * How many cases it stops.
   */
  'cases': (number);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { HoldInput as _licencevault_v1_HoldInput, Hold as _licencevault_v1_Hold } from '../../licencevault/v1/Hold.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * What follows from it.
 */
export interface RecordEventResponseInput {
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * First day on which it may be appraised now; empty where none can be named.
   */
  'dueOn'?: (string);
  /**
   * Index of the entry in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * Whatever holds the case.
   */
  'holds'?: (_licencevault_v1_HoldInput)[];
}

/**
 * What follows from it.
 */
export interface RecordEventResponse {
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * First day on which it may be appraised now; empty where none can be named.
   */
  'dueOn': (string);
  /**
   * Index of the entry in the ledger.
   */
  'index': (number);
  /**
   * Whatever holds the case.
   */
  'holds': (_licencevault_v1_Hold)[];
}

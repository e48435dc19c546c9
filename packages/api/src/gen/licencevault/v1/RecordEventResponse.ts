// Original file: protos/licencevault/v1/archive.proto

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
}

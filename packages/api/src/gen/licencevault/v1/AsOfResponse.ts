// Original file: protos/licencevault/v1/status.proto

import type { StateInput as _licencevault_v1_StateInput, State as _licencevault_v1_State } from '../../licencevault/v1/State.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A state.
 */
export interface AsOfResponseInput {
  /**
   * The gravest of what was recorded and what the dates say.
   */
  'state'?: (_licencevault_v1_StateInput);
  /**
   * The recorded state alone.
   */
  'recorded'?: (_licencevault_v1_StateInput);
  /**
   * From when the act that decided holds.
   */
  'since'?: (string);
  /**
   * Instant at which that act was recorded.
   */
  'recordedAt'?: (string);
  /**
   * Index of its entry in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * The moment asked about.
   */
  'at'?: (string);
  /**
   * The moment whose knowledge counted.
   */
  'knownAt'?: (string);
}

/**
 * A state.
 */
export interface AsOfResponse {
  /**
   * The gravest of what was recorded and what the dates say.
   */
  'state': (_licencevault_v1_State);
  /**
   * The recorded state alone.
   */
  'recorded': (_licencevault_v1_State);
  /**
   * From when the act that decided holds.
   */
  'since': (string);
  /**
   * Instant at which that act was recorded.
   */
  'recordedAt': (string);
  /**
   * Index of its entry in the ledger.
   */
  'index': (number);
  /**
   * The moment asked about.
   */
  'at': (string);
  /**
   * The moment whose knowledge counted.
   */
  'knownAt': (string);
}

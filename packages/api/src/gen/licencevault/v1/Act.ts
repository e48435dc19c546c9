// Original file: protos/licencevault/v1/status.proto

import type { StateInput as _licencevault_v1_StateInput, State as _licencevault_v1_State } from '../../licencevault/v1/State.ts';
import type { ParticularsInput as _licencevault_v1_ParticularsInput, Particulars as _licencevault_v1_Particulars } from '../../licencevault/v1/Particulars.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * One act upon a licence, as the ledger has it.
 */
export interface ActInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * `issued`, `kept`, `void`, or the word of the move, such as `suspend`.
   */
  'kind'?: (string);
  /**
   * Index of its entry in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * The recorded state that it led to.
   */
  'state'?: (_licencevault_v1_StateInput);
  /**
   * From when it holds.
   */
  'effectiveFrom'?: (string);
  /**
   * Instant at which it was recorded, with microseconds.
   */
  'recordedAt'?: (string);
  /**
   * Who decided: unified social credit code.
   */
  'authority'?: (string);
  /**
   * Why and for how long; the successor, if the act named one.
   */
  'particulars'?: (_licencevault_v1_ParticularsInput | null);
  /**
   * The licence whose place this one took, if the act says so.
   */
  'predecessor'?: (string);
  /**
   * The application that asked for it.
   */
  'application'?: (string);
  /**
   * In which role it asked.
   */
  'role'?: (string);
}

/**
 * One act upon a licence, as the ledger has it.
 */
export interface Act {
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * `issued`, `kept`, `void`, or the word of the move, such as `suspend`.
   */
  'kind': (string);
  /**
   * Index of its entry in the ledger.
   */
  'index': (number);
  /**
   * The recorded state that it led to.
   */
  'state': (_licencevault_v1_State);
  /**
   * From when it holds.
   */
  'effectiveFrom': (string);
  /**
   * Instant at which it was recorded, with microseconds.
   */
  'recordedAt': (string);
  /**
   * Who decided: unified social credit code.
   */
  'authority': (string);
  /**
   * Why and for how long; the successor, if the act named one.
   */
  'particulars': (_licencevault_v1_Particulars | null);
  /**
   * The licence whose place this one took, if the act says so.
   */
  'predecessor': (string);
  /**
   * The application that asked for it.
   */
  'application': (string);
  /**
   * In which role it asked.
   */
  'role': (string);
}

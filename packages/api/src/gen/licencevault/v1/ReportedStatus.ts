// Original file: protos/licencevault/v1/authenticate.proto

import type { StateInput as _licencevault_v1_StateInput, State as _licencevault_v1_State } from '../../licencevault/v1/State.ts';
import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * The state of a licence in a report.
 */
export interface ReportedStatusInput {
  /**
   * Expiry and the first day of validity taken in.
   */
  'state'?: (_licencevault_v1_StateInput);
  /**
   * What was recorded.
   */
  'recorded'?: (_licencevault_v1_StateInput);
  /**
   * What the state is called.
   */
  'name'?: (_licencevault_v1_WordsInput | null);
  /**
   * Code of national practice: 01 to 07, 99; empty for none.
   */
  'code'?: (string);
  /**
   * What code 99 stands for.
   */
  'description'?: (string);
  /**
   * Since when in force.
   */
  'since'?: (string);
  /**
   * Instant at which it was recorded.
   */
  'recordedAt'?: (string);
  /**
   * Index of its entry in the ledger.
   */
  'index'?: (number | string | Long);
  /**
   * The licence that took its place, if any.
   */
  'successor'?: (string);
}

/**
 * The state of a licence in a report.
 */
export interface ReportedStatus {
  /**
   * Expiry and the first day of validity taken in.
   */
  'state': (_licencevault_v1_State);
  /**
   * What was recorded.
   */
  'recorded': (_licencevault_v1_State);
  /**
   * What the state is called.
   */
  'name': (_licencevault_v1_Words | null);
  /**
   * Code of national practice: 01 to 07, 99; empty for none.
   */
  'code': (string);
  /**
   * What code 99 stands for.
   */
  'description': (string);
  /**
   * Since when in force.
   */
  'since': (string);
  /**
   * Instant at which it was recorded.
   */
  'recordedAt': (string);
  /**
   * Index of its entry in the ledger.
   */
  'index': (number);
  /**
   * The licence that took its place, if any.
   */
  'successor': (string);
}

// Original file: protos/licencevault/v1/archive.proto

import type { ScheduleChangeInput as _licencevault_v1_ScheduleChangeInput, ScheduleChange as _licencevault_v1_ScheduleChange } from '../../licencevault/v1/ScheduleChange.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * What would change for one item at one office.
 */
export interface DryRunScheduleResponseInput {
  /**
   * Code of the item.
   */
  'item'?: (string);
  /**
   * Name of the item.
   */
  'name'?: (string);
  /**
   * Unified social credit code of the office.
   */
  'office'?: (string);
  /**
   * What the table says otherwise.
   */
  'changes'?: (_licencevault_v1_ScheduleChangeInput)[];
  /**
   * Cases filed there, which keep the table they were filed under unless a decision says otherwise.
   */
  'filed'?: (number | string | Long);
  /**
   * Of these, the ones whose retention is another than the table's for the item.
   */
  'filedOtherwise'?: (number | string | Long);
}

/**
 * What would change for one item at one office.
 */
export interface DryRunScheduleResponse {
  /**
   * Code of the item.
   */
  'item': (string);
  /**
   * Name of the item.
   */
  'name': (string);
  /**
   * Unified social credit code of the office.
   */
  'office': (string);
  /**
   * What the table says otherwise.
   */
  'changes': (_licencevault_v1_ScheduleChange)[];
  /**
   * Cases filed there, which keep the table they were filed under unless a decision says otherwise.
   */
  'filed': (number);
  /**
   * Of these, the ones whose retention is another than the table's for the item.
   */
  'filedOtherwise': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { ScheduleChangeInput as _licencevault_v1_ScheduleChangeInput, ScheduleChange as _licencevault_v1_ScheduleChange } from '../../licencevault/v1/ScheduleChange.ts';
import type { DryRunExampleInput as _licencevault_v1_DryRunExampleInput, DryRunExample as _licencevault_v1_DryRunExample } from '../../licencevault/v1/DryRunExample.ts';
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
  /**
   * Of the filed ones, those whose dates were computed: all, up to 20,000 of an item, the oldest first, and 200,000
   * of a table.
   */
  'lookedAt'?: (number | string | Long);
  /**
   * Of those looked at, the ones that would fall due on an earlier day.
   */
  'earlier'?: (number | string | Long);
  /**
   * On a later day.
   */
  'later'?: (number | string | Long);
  /**
   * On some day, where none can be named now.
   */
  'dated'?: (number | string | Long);
  /**
   * On no day that can be named before an event, or the end of a licence.
   */
  'waiting'?: (number | string | Long);
  /**
   * Never: kept for ever.
   */
  'never'?: (number | string | Long);
  /**
   * That are not due today and would be at once.
   */
  'dueAtOnce'?: (number | string | Long);
  /**
   * The first case of each kind.
   */
  'examples'?: (_licencevault_v1_DryRunExampleInput)[];
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
  /**
   * Of the filed ones, those whose dates were computed: all, up to 20,000 of an item, the oldest first, and 200,000
   * of a table.
   */
  'lookedAt': (number);
  /**
   * Of those looked at, the ones that would fall due on an earlier day.
   */
  'earlier': (number);
  /**
   * On a later day.
   */
  'later': (number);
  /**
   * On some day, where none can be named now.
   */
  'dated': (number);
  /**
   * On no day that can be named before an event, or the end of a licence.
   */
  'waiting': (number);
  /**
   * Never: kept for ever.
   */
  'never': (number);
  /**
   * That are not due today and would be at once.
   */
  'dueAtOnce': (number);
  /**
   * The first case of each kind.
   */
  'examples': (_licencevault_v1_DryRunExample)[];
}

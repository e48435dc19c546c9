// Original file: protos/licencevault/v1/archive.proto

import type { CaseOutcomeInput as _licencevault_v1_CaseOutcomeInput, CaseOutcome as _licencevault_v1_CaseOutcome } from '../../licencevault/v1/CaseOutcome.ts';
import type { HoldInput as _licencevault_v1_HoldInput, Hold as _licencevault_v1_Hold } from '../../licencevault/v1/Hold.ts';

/**
 * A filed case.
 */
export interface FiledCaseInput {
  /**
   * Its id.
   */
  'caseId'?: (string);
  /**
   * 档号.
   */
  'archivalNumber'?: (string);
  /**
   * Its title.
   */
  'title'?: (string);
  /**
   * 全宗号.
   */
  'fonds'?: (string);
  /**
   * 门类.
   */
  'class'?: (string);
  /**
   * Code of its item.
   */
  'item'?: (string);
  /**
   * Unified social credit code of the office that handled it.
   */
  'office'?: (string);
  /**
   * The office's own number.
   */
  'caseNumber'?: (string);
  /**
   * How it ended.
   */
  'outcome'?: (_licencevault_v1_CaseOutcomeInput);
  /**
   * Civil date.
   */
  'closedOn'?: (string);
  /**
   * Civil date.
   */
  'filedOn'?: (string);
  /**
   * Number of the table that applies.
   */
  'schedule'?: (number);
  /**
   * Retention code.
   */
  'retention'?: (string);
  /**
   * `fixed`, `permanent` or `open`.
   */
  'state'?: (string);
  /**
   * Civil date from which the term runs; empty where it has not begun.
   */
  'startOn'?: (string);
  /**
   * First day on which it may be appraised; empty where none can be named.
   */
  'dueOn'?: (string);
  /**
   * Whatever holds it.
   */
  'holds'?: (_licencevault_v1_HoldInput)[];
}

/**
 * A filed case.
 */
export interface FiledCase {
  /**
   * Its id.
   */
  'caseId': (string);
  /**
   * 档号.
   */
  'archivalNumber': (string);
  /**
   * Its title.
   */
  'title': (string);
  /**
   * 全宗号.
   */
  'fonds': (string);
  /**
   * 门类.
   */
  'class': (string);
  /**
   * Code of its item.
   */
  'item': (string);
  /**
   * Unified social credit code of the office that handled it.
   */
  'office': (string);
  /**
   * The office's own number.
   */
  'caseNumber': (string);
  /**
   * How it ended.
   */
  'outcome': (_licencevault_v1_CaseOutcome);
  /**
   * Civil date.
   */
  'closedOn': (string);
  /**
   * Civil date.
   */
  'filedOn': (string);
  /**
   * Number of the table that applies.
   */
  'schedule': (number);
  /**
   * Retention code.
   */
  'retention': (string);
  /**
   * `fixed`, `permanent` or `open`.
   */
  'state': (string);
  /**
   * Civil date from which the term runs; empty where it has not begun.
   */
  'startOn': (string);
  /**
   * First day on which it may be appraised; empty where none can be named.
   */
  'dueOn': (string);
  /**
   * Whatever holds it.
   */
  'holds': (_licencevault_v1_Hold)[];
}

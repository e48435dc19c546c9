// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * What stands on the list of one office.
 */
export interface OfficeExceptionsInput {
  /**
   * Unified social credit code of the office.
   */
  'office'?: (string);
  /**
   * Cases refused because files are missing or out of scope, and not filed since.
   */
  'incomplete'?: (number | string | Long);
  /**
   * Cases that did not pass the check, and are not filed since.
   */
  'failed'?: (number | string | Long);
  /**
   * Cases filed after the day that the city allows.
   */
  'late'?: (number | string | Long);
  /**
   * Of these: how many days half of them were late at most.
   */
  'daysLateP50'?: (number);
  /**
   * Nine tenths of them.
   */
  'daysLateP90'?: (number);
  /**
   * All of them.
   */
  'daysLateMost'?: (number);
}

/**
 * What stands on the list of one office.
 */
export interface OfficeExceptions {
  /**
   * Unified social credit code of the office.
   */
  'office': (string);
  /**
   * Cases refused because files are missing or out of scope, and not filed since.
   */
  'incomplete': (number);
  /**
   * Cases that did not pass the check, and are not filed since.
   */
  'failed': (number);
  /**
   * Cases filed after the day that the city allows.
   */
  'late': (number);
  /**
   * Of these: how many days half of them were late at most.
   */
  'daysLateP50': (number);
  /**
   * Nine tenths of them.
   */
  'daysLateP90': (number);
  /**
   * All of them.
   */
  'daysLateMost': (number);
}

// Original file: protos/licencevault/v1/archive.proto

import type { CaseExceptionInput as _licencevault_v1_CaseExceptionInput, CaseException as _licencevault_v1_CaseException } from '../../licencevault/v1/CaseException.ts';

/**
 * A page of exceptions.
 */
export interface FindExceptionsResponseInput {
  /**
   * The longest overdue first.
   */
  'exceptions'?: (_licencevault_v1_CaseExceptionInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of exceptions.
 */
export interface FindExceptionsResponse {
  /**
   * The longest overdue first.
   */
  'exceptions': (_licencevault_v1_CaseException)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

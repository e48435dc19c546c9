// Original file: protos/licencevault/v1/archive.proto

import type { OfficeExceptionsInput as _licencevault_v1_OfficeExceptionsInput, OfficeExceptions as _licencevault_v1_OfficeExceptions } from '../../licencevault/v1/OfficeExceptions.ts';

/**
 * Counts of exceptions.
 */
export interface CountExceptionsResponseInput {
  /**
   * Offices with anything on the list, by code.
   */
  'offices'?: (_licencevault_v1_OfficeExceptionsInput)[];
}

/**
 * Counts of exceptions.
 */
export interface CountExceptionsResponse {
  /**
   * Offices with anything on the list, by code.
   */
  'offices': (_licencevault_v1_OfficeExceptions)[];
}

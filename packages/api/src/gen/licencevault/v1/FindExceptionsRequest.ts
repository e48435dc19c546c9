// Original file: protos/licencevault/v1/archive.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Asks for exceptions; what is left empty does not narrow.
 */
export interface FindExceptionsRequestInput {
  /**
   * Unified social credit code of the office.
   */
  'office'?: (string);
  /**
   * `incomplete`, `failed` or `late`.
   */
  'kind'?: (string);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
  /**
   * Cases that failed first and were filed in time after all, instead of those that stand on the list.
   */
  'settled'?: (boolean);
}

/**
 * Asks for exceptions; what is left empty does not narrow.
 */
export interface FindExceptionsRequest {
  /**
   * Unified social credit code of the office.
   */
  'office': (string);
  /**
   * `incomplete`, `failed` or `late`.
   */
  'kind': (string);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
  /**
   * Cases that failed first and were filed in time after all, instead of those that stand on the list.
   */
  'settled': (boolean);
}

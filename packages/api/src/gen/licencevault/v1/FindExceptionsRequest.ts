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
}

// Original file: protos/licencevault/v1/archive.proto

import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Asks for uses; what is left empty does not narrow.
 */
export interface FindUsesRequestInput {
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * The application through which it was used.
   */
  'application'?: (string);
  /**
   * Who used it, as that application names its people.
   */
  'user'?: (string);
  /**
   * Instant, inside.
   */
  'from'?: (string);
  /**
   * Instant, inside.
   */
  'to'?: (string);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Asks for uses; what is left empty does not narrow.
 */
export interface FindUsesRequest {
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * The application through which it was used.
   */
  'application': (string);
  /**
   * Who used it, as that application names its people.
   */
  'user': (string);
  /**
   * Instant, inside.
   */
  'from': (string);
  /**
   * Instant, inside.
   */
  'to': (string);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

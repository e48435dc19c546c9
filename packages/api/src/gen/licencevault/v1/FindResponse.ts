// Original file: protos/licencevault/v1/issue.proto

import type { LicenceInput as _licencevault_v1_LicenceInput, Licence as _licencevault_v1_Licence } from '../../licencevault/v1/Licence.ts';

/**
 * A page of licences.
 */
export interface FindResponseInput {
  /**
   * In order of issue.
   */
  'licences'?: (_licencevault_v1_LicenceInput)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor'?: (string);
}

/**
 * A page of licences.
 */
export interface FindResponse {
  /**
   * In order of issue.
   */
  'licences': (_licencevault_v1_Licence)[];
  /**
   * For the next page; empty at the end.
   */
  'nextCursor': (string);
}

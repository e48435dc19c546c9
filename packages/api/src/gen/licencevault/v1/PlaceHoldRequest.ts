// Original file: protos/licencevault/v1/archive.proto

import type { DueQueryInput as _licencevault_v1_DueQueryInput, DueQuery as _licencevault_v1_DueQuery } from '../../licencevault/v1/DueQuery.ts';
import type { UndatedQueryInput as _licencevault_v1_UndatedQueryInput, UndatedQuery as _licencevault_v1_UndatedQuery } from '../../licencevault/v1/UndatedQuery.ts';

/**
 * Places a hold; either cases, or one of the two queries.
 */
export interface PlaceHoldRequestInput {
  /**
   * As in DefineItemsRequest.
   */
  'requestId'?: (string);
  /**
   * As in DefineItemsRequest.
   */
  'user'?: (string);
  /**
   * Unified social credit code of the authority that ordered it.
   */
  'authority'?: (string);
  /**
   * Why.
   */
  'reason'?: (string);
  /**
   * Number of the order.
   */
  'decision'?: (string);
  /**
   * Civil date; not to come.
   */
  'from'?: (string);
  /**
   * Last day; empty for none.
   */
  'to'?: (string);
  /**
   * Ids of cases.
   */
  'cases'?: (string)[];
  /**
   * Whatever this finds now; it finds only what falls due.
   */
  'query'?: (_licencevault_v1_DueQueryInput | null);
  /**
   * Whatever this finds now of what has no day to fall due.
   */
  'undated'?: (_licencevault_v1_UndatedQueryInput | null);
}

/**
 * Places a hold; either cases, or one of the two queries.
 */
export interface PlaceHoldRequest {
  /**
   * As in DefineItemsRequest.
   */
  'requestId': (string);
  /**
   * As in DefineItemsRequest.
   */
  'user': (string);
  /**
   * Unified social credit code of the authority that ordered it.
   */
  'authority': (string);
  /**
   * Why.
   */
  'reason': (string);
  /**
   * Number of the order.
   */
  'decision': (string);
  /**
   * Civil date; not to come.
   */
  'from': (string);
  /**
   * Last day; empty for none.
   */
  'to': (string);
  /**
   * Ids of cases.
   */
  'cases': (string)[];
  /**
   * Whatever this finds now; it finds only what falls due.
   */
  'query': (_licencevault_v1_DueQuery | null);
  /**
   * Whatever this finds now of what has no day to fall due.
   */
  'undated': (_licencevault_v1_UndatedQuery | null);
}

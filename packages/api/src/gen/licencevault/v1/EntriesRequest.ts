// Original file: protos/licencevault/v1/ledger.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for entries.
 */
export interface EntriesRequestInput {
  /**
   * The index last seen; left out to begin with the first.
   */
  'after'?: (number | string | Long);
  /**
   * Only entries of this kind, such as `issued`.
   */
  'kind'?: (string);
  /**
   * Only entries of this subject, such as a 证照标识.
   */
  'subject'?: (string);
  /**
   * End after so many; 0 for no limit.
   */
  'limit'?: (number | string | Long);
  /**
   * Wait for more at the end instead of ending.
   */
  'follow'?: (boolean);
  '_after'?: "after";
}

/**
 * Asks for entries.
 */
export interface EntriesRequest {
  /**
   * The index last seen; left out to begin with the first.
   */
  'after'?: (number);
  /**
   * Only entries of this kind, such as `issued`.
   */
  'kind': (string);
  /**
   * Only entries of this subject, such as a 证照标识.
   */
  'subject': (string);
  /**
   * End after so many; 0 for no limit.
   */
  'limit': (number);
  /**
   * Wait for more at the end instead of ending.
   */
  'follow': (boolean);
  '_after'?: "after";
}

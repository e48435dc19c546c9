// Original file: protos/licencevault/v1/common.proto


/**
 * Which part of a long list.
 */
export interface PageInput {
  /**
   * At most so many; 50 if 0, 500 at most.
   */
  'size'?: (number);
  /**
   * `next_cursor` of the answer before; empty for the first. A cursor belongs to the query that gave it.
   */
  'cursor'?: (string);
}

/**
 * Which part of a long list.
 */
export interface Page {
  /**
   * At most so many; 50 if 0, 500 at most.
   */
  'size': (number);
  /**
   * `next_cursor` of the answer before; empty for the first. A cursor belongs to the query that gave it.
   */
  'cursor': (string);
}

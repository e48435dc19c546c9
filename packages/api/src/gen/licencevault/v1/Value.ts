// Original file: protos/licencevault/v1/common.proto

import type { ListValueInput as _licencevault_v1_ListValueInput, ListValue as _licencevault_v1_ListValue } from '../../licencevault/v1/ListValue.ts';
import type { ObjectValueInput as _licencevault_v1_ObjectValueInput, ObjectValue as _licencevault_v1_ObjectValue } from '../../licencevault/v1/ObjectValue.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * A value of a face field. Integers are the only numbers; an amount is a text.
 */
export interface ValueInput {
  /**
   * A text, or a date as `2026-11-23`.
   */
  'text'?: (string);
  /**
   * An integer within ±(2^53 - 1).
   */
  'integer'?: (number | string | Long);
  /**
   * Yes or no.
   */
  'flag'?: (boolean);
  /**
   * Values in order.
   */
  'list'?: (_licencevault_v1_ListValueInput | null);
  /**
   * Values by name.
   */
  'object'?: (_licencevault_v1_ObjectValueInput | null);
  /**
   * Exactly one is set.
   */
  'kind'?: "text"|"integer"|"flag"|"list"|"object";
}

/**
 * A value of a face field. Integers are the only numbers; an amount is a text.
 */
export interface Value {
  /**
   * A text, or a date as `2026-11-23`.
   */
  'text'?: (string);
  /**
   * An integer within ±(2^53 - 1).
   */
  'integer'?: (number);
  /**
   * Yes or no.
   */
  'flag'?: (boolean);
  /**
   * Values in order.
   */
  'list'?: (_licencevault_v1_ListValue | null);
  /**
   * Values by name.
   */
  'object'?: (_licencevault_v1_ObjectValue | null);
  /**
   * Exactly one is set.
   */
  'kind'?: "text"|"integer"|"flag"|"list"|"object";
}

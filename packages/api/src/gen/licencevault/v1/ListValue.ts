// Original file: protos/licencevault/v1/common.proto

import type { ValueInput as _licencevault_v1_ValueInput, Value as _licencevault_v1_Value } from '../../licencevault/v1/Value.ts';

/**
 * Values in order.
 */
export interface ListValueInput {
  /**
   * The values.
   */
  'items'?: (_licencevault_v1_ValueInput)[];
}

/**
 * Values in order.
 */
export interface ListValue {
  /**
   * The values.
   */
  'items': (_licencevault_v1_Value)[];
}

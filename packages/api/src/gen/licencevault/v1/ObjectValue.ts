// Original file: protos/licencevault/v1/common.proto

import type { ValueInput as _licencevault_v1_ValueInput, Value as _licencevault_v1_Value } from '../../licencevault/v1/Value.ts';

/**
 * Values by name.
 */
export interface ObjectValueInput {
  /**
   * The values by their field name.
   */
  'members'?: ({[key: string]: _licencevault_v1_ValueInput});
}

/**
 * Values by name.
 */
export interface ObjectValue {
  /**
   * The values by their field name.
   */
  'members': ({[key: string]: _licencevault_v1_Value});
}

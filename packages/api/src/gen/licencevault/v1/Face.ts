// Original file: protos/licencevault/v1/authenticate.proto

import type { HolderInput as _licencevault_v1_HolderInput, Holder as _licencevault_v1_Holder } from '../../licencevault/v1/Holder.ts';
import type { ValueInput as _licencevault_v1_ValueInput, Value as _licencevault_v1_Value } from '../../licencevault/v1/Value.ts';
import type { FaceValidityInput as _licencevault_v1_FaceValidityInput, FaceValidity as _licencevault_v1_FaceValidity } from '../../licencevault/v1/FaceValidity.ts';

/**
 * What somebody reads off the face (证照信息验证). Number and holders are needed for a full answer.
 */
export interface FaceInput {
  /**
   * 证照编号 as printed.
   */
  'number'?: (string);
  /**
   * 持证主体 as printed; what is left empty in one is not compared.
   */
  'holders'?: (_licencevault_v1_HolderInput)[];
  /**
   * Face fields by their names.
   */
  'fields'?: ({[key: string]: _licencevault_v1_ValueInput});
  /**
   * Dates as printed.
   */
  'validity'?: (_licencevault_v1_FaceValidityInput | null);
}

/**
 * What somebody reads off the face (证照信息验证). Number and holders are needed for a full answer.
 */
export interface Face {
  /**
   * 证照编号 as printed.
   */
  'number': (string);
  /**
   * 持证主体 as printed; what is left empty in one is not compared.
   */
  'holders': (_licencevault_v1_Holder)[];
  /**
   * Face fields by their names.
   */
  'fields': ({[key: string]: _licencevault_v1_Value});
  /**
   * Dates as printed.
   */
  'validity': (_licencevault_v1_FaceValidity | null);
}

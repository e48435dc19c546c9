// Original file: protos/licencevault/v1/issue.proto

import type { StateInput as _licencevault_v1_StateInput, State as _licencevault_v1_State } from '../../licencevault/v1/State.ts';
import type { PageInput as _licencevault_v1_PageInput, Page as _licencevault_v1_Page } from '../../licencevault/v1/Page.ts';

/**
 * Finds licences; needs at least one criterion besides the authority.
 */
export interface FindRequestInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * 证照编号.
   */
  'number'?: (string);
  /**
   * Code of a holder.
   */
  'holderCode'?: (string);
  /**
   * 持证主体代码类型代码 of that code; empty for any.
   */
  'holderCodeType'?: (string);
  /**
   * 证照类型代码.
   */
  'typeCode'?: (string);
  /**
   * The state now.
   */
  'state'?: (_licencevault_v1_StateInput);
  /**
   * Narrows by authority, and is no criterion by itself.
   */
  'authority'?: (string);
  /**
   * Which part.
   */
  'page'?: (_licencevault_v1_PageInput | null);
}

/**
 * Finds licences; needs at least one criterion besides the authority.
 */
export interface FindRequest {
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * 证照编号.
   */
  'number': (string);
  /**
   * Code of a holder.
   */
  'holderCode': (string);
  /**
   * 持证主体代码类型代码 of that code; empty for any.
   */
  'holderCodeType': (string);
  /**
   * 证照类型代码.
   */
  'typeCode': (string);
  /**
   * The state now.
   */
  'state': (_licencevault_v1_State);
  /**
   * Narrows by authority, and is no criterion by itself.
   */
  'authority': (string);
  /**
   * Which part.
   */
  'page': (_licencevault_v1_Page | null);
}

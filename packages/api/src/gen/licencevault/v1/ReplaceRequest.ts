// Original file: protos/licencevault/v1/status.proto

import type { MoveInput as _licencevault_v1_MoveInput, Move as _licencevault_v1_Move } from '../../licencevault/v1/Move.ts';
import type { OrderInput as _licencevault_v1_OrderInput, Order as _licencevault_v1_Order } from '../../licencevault/v1/Order.ts';
import type { ParticularsInput as _licencevault_v1_ParticularsInput, Particulars as _licencevault_v1_Particulars } from '../../licencevault/v1/Particulars.ts';

/**
 * Issues a successor.
 */
export interface ReplaceRequestInput {
  /**
   * Yours; as in IssueRequest.
   */
  'requestId'?: (string);
  /**
   * 证照标识 of the licence whose place is taken.
   */
  'identifier'?: (string);
  /**
   * MOVE_REPLACE, MOVE_RENEW or MOVE_REISSUE.
   */
  'move'?: (_licencevault_v1_MoveInput);
  /**
   * What to issue.
   */
  'order'?: (_licencevault_v1_OrderInput | null);
  /**
   * Why: decision, legal basis, description; the vault fills in the successor.
   */
  'particulars'?: (_licencevault_v1_ParticularsInput | null);
}

/**
 * Issues a successor.
 */
export interface ReplaceRequest {
  /**
   * Yours; as in IssueRequest.
   */
  'requestId': (string);
  /**
   * 证照标识 of the licence whose place is taken.
   */
  'identifier': (string);
  /**
   * MOVE_REPLACE, MOVE_RENEW or MOVE_REISSUE.
   */
  'move': (_licencevault_v1_Move);
  /**
   * What to issue.
   */
  'order': (_licencevault_v1_Order | null);
  /**
   * Why: decision, legal basis, description; the vault fills in the successor.
   */
  'particulars': (_licencevault_v1_Particulars | null);
}

// Original file: protos/licencevault/v1/status.proto

import type { MoveInput as _licencevault_v1_MoveInput, Move as _licencevault_v1_Move } from '../../licencevault/v1/Move.ts';
import type { ParticularsInput as _licencevault_v1_ParticularsInput, Particulars as _licencevault_v1_Particulars } from '../../licencevault/v1/Particulars.ts';

/**
 * Makes a move.
 */
export interface ChangeRequestInput {
  /**
   * Yours; as in IssueRequest.
   */
  'requestId'?: (string);
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * Which move.
   */
  'move'?: (_licencevault_v1_MoveInput);
  /**
   * Why and for how long.
   */
  'particulars'?: (_licencevault_v1_ParticularsInput | null);
  /**
   * Instant from which it holds: not before issue or the last move, not in the future; empty is now.
   */
  'effectiveFrom'?: (string);
}

/**
 * Makes a move.
 */
export interface ChangeRequest {
  /**
   * Yours; as in IssueRequest.
   */
  'requestId': (string);
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * Which move.
   */
  'move': (_licencevault_v1_Move);
  /**
   * Why and for how long.
   */
  'particulars': (_licencevault_v1_Particulars | null);
  /**
   * Instant from which it holds: not before issue or the last move, not in the future; empty is now.
   */
  'effectiveFrom': (string);
}

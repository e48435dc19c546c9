// Original file: protos/licencevault/v1/status.proto

import type { StateInput as _licencevault_v1_StateInput, State as _licencevault_v1_State } from '../../licencevault/v1/State.ts';

/**
 * What a move may have to name; which must stand is in the table of moves.
 */
export interface ParticularsInput {
  /**
   * 决定文书: the decision document.
   */
  'decision'?: (string);
  /**
   * 法律依据, such as 行政许可法 art. 69.
   */
  'legalBasis'?: (string);
  /**
   * Civil date on which a suspension ends.
   */
  'until'?: (string);
  /**
   * 关联证照标识: the licence that takes its place.
   */
  'successor'?: (string);
  /**
   * What 99 stands for, or why a record is corrected.
   */
  'description'?: (string);
  /**
   * The state that a correction sets.
   */
  'state'?: (_licencevault_v1_StateInput);
}

/**
 * What a move may have to name; which must stand is in the table of moves.
 */
export interface Particulars {
  /**
   * 决定文书: the decision document.
   */
  'decision': (string);
  /**
   * 法律依据, such as 行政许可法 art. 69.
   */
  'legalBasis': (string);
  /**
   * Civil date on which a suspension ends.
   */
  'until': (string);
  /**
   * 关联证照标识: the licence that takes its place.
   */
  'successor': (string);
  /**
   * What 99 stands for, or why a record is corrected.
   */
  'description': (string);
  /**
   * The state that a correction sets.
   */
  'state': (_licencevault_v1_State);
}

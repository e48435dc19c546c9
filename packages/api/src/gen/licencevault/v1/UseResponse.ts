// Original file: protos/licencevault/v1/archive.proto

import type { UseAnswerInput as _licencevault_v1_UseAnswerInput, UseAnswer as _licencevault_v1_UseAnswer } from '../../licencevault/v1/UseAnswer.ts';

/**
 * First the answer, then chunks of a copy.
 */
export interface UseResponseInput {
  /**
   * The first message.
   */
  'answer'?: (_licencevault_v1_UseAnswerInput | null);
  /**
   * The next bytes, at most 32 KiB.
   */
  'chunk'?: (Buffer | Uint8Array | string);
  /**
   * Exactly one is set.
   */
  'part'?: "answer"|"chunk";
}

/**
 * First the answer, then chunks of a copy.
 */
export interface UseResponse {
  /**
   * The first message.
   */
  'answer'?: (_licencevault_v1_UseAnswer | null);
  /**
   * The next bytes, at most 32 KiB.
   */
  'chunk'?: (Buffer);
  /**
   * Exactly one is set.
   */
  'part'?: "answer"|"chunk";
}

// Original file: protos/licencevault/v1/issue.proto

import type { FileFactsInput as _licencevault_v1_FileFactsInput, FileFacts as _licencevault_v1_FileFacts } from '../../licencevault/v1/FileFacts.ts';

/**
 * First a head, then chunks.
 */
export interface FetchResponseInput {
  /**
   * The first message.
   */
  'head'?: (_licencevault_v1_FileFactsInput | null);
  /**
   * The next bytes, at most 32 KiB.
   */
  'chunk'?: (Buffer | Uint8Array | string);
  /**
   * Exactly one is set.
   */
  'part'?: "head"|"chunk";
}

/**
 * First a head, then chunks.
 */
export interface FetchResponse {
  /**
   * The first message.
   */
  'head'?: (_licencevault_v1_FileFacts | null);
  /**
   * The next bytes, at most 32 KiB.
   */
  'chunk'?: (Buffer);
  /**
   * Exactly one is set.
   */
  'part'?: "head"|"chunk";
}

// Original file: protos/licencevault/v1/archive.proto

import type { FileCaseHeadInput as _licencevault_v1_FileCaseHeadInput, FileCaseHead as _licencevault_v1_FileCaseHead } from '../../licencevault/v1/FileCaseHead.ts';

/**
 * A case on its way: the head, then for each file its name and its bytes in chunks.
 */
export interface FileCaseRequestInput {
  /**
   * The first message.
   */
  'head'?: (_licencevault_v1_FileCaseHeadInput | null);
  /**
   * A file begins: the path by which the case announces it.
   */
  'path'?: (string);
  /**
   * Its next bytes; any length that a message may have.
   */
  'chunk'?: (Buffer | Uint8Array | string);
  /**
   * Exactly one is set.
   */
  'part'?: "head"|"path"|"chunk";
}

/**
 * A case on its way: the head, then for each file its name and its bytes in chunks.
 */
export interface FileCaseRequest {
  /**
   * The first message.
   */
  'head'?: (_licencevault_v1_FileCaseHead | null);
  /**
   * A file begins: the path by which the case announces it.
   */
  'path'?: (string);
  /**
   * Its next bytes; any length that a message may have.
   */
  'chunk'?: (Buffer);
  /**
   * Exactly one is set.
   */
  'part'?: "head"|"path"|"chunk";
}

// Original file: protos/licencevault/v1/archive.proto

import type { PackedFileInput as _licencevault_v1_PackedFileInput, PackedFile as _licencevault_v1_PackedFile } from '../../licencevault/v1/PackedFile.ts';

/**
 * First a head, then chunks. Bytes that are not those of the package's manifest, as the ledger commits to it, end in
 * `file-altered`.
 */
export interface FetchCaseFileResponseInput {
  /**
   * The first message.
   */
  'head'?: (_licencevault_v1_PackedFileInput | null);
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
 * First a head, then chunks. Bytes that are not those of the package's manifest, as the ledger commits to it, end in
 * `file-altered`.
 */
export interface FetchCaseFileResponse {
  /**
   * The first message.
   */
  'head'?: (_licencevault_v1_PackedFile | null);
  /**
   * The next bytes, at most 32 KiB.
   */
  'chunk'?: (Buffer);
  /**
   * Exactly one is set.
   */
  'part'?: "head"|"chunk";
}

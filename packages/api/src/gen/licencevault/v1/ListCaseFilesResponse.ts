// Original file: protos/licencevault/v1/archive.proto

import type { PackedFileInput as _licencevault_v1_PackedFileInput, PackedFile as _licencevault_v1_PackedFile } from '../../licencevault/v1/PackedFile.ts';

/**
 * What lies in it.
 */
export interface ListCaseFilesResponseInput {
  /**
   * Which package.
   */
  'revision'?: (number);
  /**
   * The files, without the tag files.
   */
  'files'?: (_licencevault_v1_PackedFileInput)[];
  /**
   * SHA-256 of its tag manifest, which the ledger's entry names.
   */
  'commitment'?: (string);
}

/**
 * What lies in it.
 */
export interface ListCaseFilesResponse {
  /**
   * Which package.
   */
  'revision': (number);
  /**
   * The files, without the tag files.
   */
  'files': (_licencevault_v1_PackedFile)[];
  /**
   * SHA-256 of its tag manifest, which the ledger's entry names.
   */
  'commitment': (string);
}

// Original file: protos/licencevault/v1/archive.proto

import type { PackedFileInput as _licencevault_v1_PackedFileInput, PackedFile as _licencevault_v1_PackedFile } from '../../licencevault/v1/PackedFile.ts';
import type { HoldInput as _licencevault_v1_HoldInput, Hold as _licencevault_v1_Hold } from '../../licencevault/v1/Hold.ts';

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
  /**
   * Whatever holds the case.
   */
  'holds'?: (_licencevault_v1_HoldInput)[];
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
  /**
   * Whatever holds the case.
   */
  'holds': (_licencevault_v1_Hold)[];
}

// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A file in a package.
 */
export interface PackedFileInput {
  /**
   * Its path in the package below `data/`.
   */
  'path'?: (string);
  /**
   * In bytes.
   */
  'size'?: (number | string | Long);
}

/**
 * A file in a package.
 */
export interface PackedFile {
  /**
   * Its path in the package below `data/`.
   */
  'path': (string);
  /**
   * In bytes.
   */
  'size': (number);
}

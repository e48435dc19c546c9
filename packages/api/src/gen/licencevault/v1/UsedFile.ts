// Original file: protos/licencevault/v1/archive.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A file as a use shows it; a list entry has number, material and title alone.
 */
export interface UsedFileInput {
  /**
   * Number within the case.
   */
  'number'?: (number);
  /**
   * Code of the material.
   */
  'material'?: (string);
  /**
   * Path in the package below `data/`.
   */
  'path'?: (string);
  /**
   * Its title.
   */
  'title'?: (string);
  /**
   * In bytes.
   */
  'size'?: (number | string | Long);
  /**
   * What it was filed with.
   */
  'sha256'?: (string);
  /**
   * Media type.
   */
  'format'?: (string);
}

/**
 * A file as a use shows it; a list entry has number, material and title alone.
 */
export interface UsedFile {
  /**
   * Number within the case.
   */
  'number': (number);
  /**
   * Code of the material.
   */
  'material': (string);
  /**
   * Path in the package below `data/`.
   */
  'path': (string);
  /**
   * Its title.
   */
  'title': (string);
  /**
   * In bytes.
   */
  'size': (number);
  /**
   * What it was filed with.
   */
  'sha256': (string);
  /**
   * Media type.
   */
  'format': (string);
}

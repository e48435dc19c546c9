// Original file: protos/licencevault/v1/authenticate.proto

import type { FaceInput as _licencevault_v1_FaceInput, Face as _licencevault_v1_Face } from '../../licencevault/v1/Face.ts';

/**
 * Asks by identifier.
 */
export interface ByIdentifierRequestInput {
  /**
   * 证照标识.
   */
  'identifier'?: (string);
  /**
   * What is read off the face, if anything.
   */
  'face'?: (_licencevault_v1_FaceInput | null);
}

/**
 * Asks by identifier.
 */
export interface ByIdentifierRequest {
  /**
   * 证照标识.
   */
  'identifier': (string);
  /**
   * What is read off the face, if anything.
   */
  'face': (_licencevault_v1_Face | null);
}

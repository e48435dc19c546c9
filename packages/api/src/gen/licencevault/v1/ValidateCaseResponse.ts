// Original file: protos/licencevault/v1/archive.proto

import type { PackageFindingInput as _licencevault_v1_PackageFindingInput, PackageFinding as _licencevault_v1_PackageFinding } from '../../licencevault/v1/PackageFinding.ts';

/**
 * What was found.
 */
export interface ValidateCaseResponseInput {
  /**
   * Whether package, register and ledger agree.
   */
  'valid'?: (boolean);
  /**
   * What does not agree inside of it.
   */
  'findings'?: (_licencevault_v1_PackageFindingInput)[];
}

/**
 * What was found.
 */
export interface ValidateCaseResponse {
  /**
   * Whether package, register and ledger agree.
   */
  'valid': (boolean);
  /**
   * What does not agree inside of it.
   */
  'findings': (_licencevault_v1_PackageFinding)[];
}

// Original file: protos/licencevault/v1/catalogue.proto

import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';
import type { EntitlementInput as _licencevault_v1_EntitlementInput, Entitlement as _licencevault_v1_Entitlement } from '../../licencevault/v1/Entitlement.ts';
import type { ReceiptsInput as _licencevault_v1_ReceiptsInput, Receipts as _licencevault_v1_Receipts } from '../../licencevault/v1/Receipts.ts';
import type { PaperKeyInput as _licencevault_v1_PaperKeyInput, PaperKey as _licencevault_v1_PaperKey } from '../../licencevault/v1/PaperKey.ts';

/**
 * An authority that issues licences.
 */
export interface AuthorityInput {
  /**
   * Unified social credit code.
   */
  'code'?: (string);
  /**
   * What it is called.
   */
  'name'?: (_licencevault_v1_WordsInput | null);
  /**
   * Certificates of its seals, DER.
   */
  'sealCertificates'?: (Buffer | Uint8Array | string)[];
  /**
   * Which types it may issue, from when until when.
   */
  'entitlements'?: (_licencevault_v1_EntitlementInput)[];
  /**
   * The ledger whose receipt its files must carry, if they must.
   */
  'receipts'?: (_licencevault_v1_ReceiptsInput | null);
  /**
   * Keys of the codes printed on its licences.
   */
  'paperKeys'?: (_licencevault_v1_PaperKeyInput)[];
}

/**
 * An authority that issues licences.
 */
export interface Authority {
  /**
   * Unified social credit code.
   */
  'code': (string);
  /**
   * What it is called.
   */
  'name': (_licencevault_v1_Words | null);
  /**
   * Certificates of its seals, DER.
   */
  'sealCertificates': (Buffer)[];
  /**
   * Which types it may issue, from when until when.
   */
  'entitlements': (_licencevault_v1_Entitlement)[];
  /**
   * The ledger whose receipt its files must carry, if they must.
   */
  'receipts': (_licencevault_v1_Receipts | null);
  /**
   * Keys of the codes printed on its licences.
   */
  'paperKeys': (_licencevault_v1_PaperKey)[];
}

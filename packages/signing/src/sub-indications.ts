import type { Indication } from './report.ts'

/**
 * Every sub-indication of ETSI EN 319 102-1 V1.4.1, with the main indication it belongs to. FAILED means
 * that something is proven wrong; INDETERMINATE that it cannot be told from what is here.
 */
export const subIndications = {
  FORMAT_FAILURE: 'FAILED',
  HASH_FAILURE: 'FAILED',
  SIG_CRYPTO_FAILURE: 'FAILED',
  REVOKED: 'FAILED',
  EXPIRED: 'FAILED',
  NOT_YET_VALID: 'FAILED',
  SIG_CONSTRAINTS_FAILURE: 'INDETERMINATE',
  CHAIN_CONSTRAINTS_FAILURE: 'INDETERMINATE',
  CERTIFICATE_CHAIN_GENERAL_FAILURE: 'INDETERMINATE',
  CRYPTO_CONSTRAINTS_FAILURE: 'INDETERMINATE',
  POLICY_PROCESSING_ERROR: 'INDETERMINATE',
  SIGNATURE_POLICY_NOT_AVAILABLE: 'INDETERMINATE',
  TIMESTAMP_ORDER_FAILURE: 'INDETERMINATE',
  NO_SIGNING_CERTIFICATE_FOUND: 'INDETERMINATE',
  NO_CERTIFICATE_CHAIN_FOUND: 'INDETERMINATE',
  REVOKED_NO_POE: 'INDETERMINATE',
  REVOKED_CA_NO_POE: 'INDETERMINATE',
  OUT_OF_BOUNDS_NO_POE: 'INDETERMINATE',
  REVOCATION_OUT_OF_BOUNDS_NO_POE: 'INDETERMINATE',
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE: 'INDETERMINATE',
  NO_POE: 'INDETERMINATE',
  TRY_LATER: 'INDETERMINATE',
  SIGNED_DATA_NOT_FOUND: 'INDETERMINATE',
  CUSTOM: 'INDETERMINATE',
  NO_CERTIFICATE_CHAIN_FOUND_NO_POE: 'INDETERMINATE',
  OUT_OF_BOUNDS_NOT_REVOKED: 'INDETERMINATE',
} as const

/** A sub-indication of EN 319 102-1. */
export type SubIndication = keyof typeof subIndications

/** Whether a text, such as one out of an evidence, is one of them. */
export function isSubIndication(text: unknown): text is SubIndication {
  return typeof text === 'string' && Object.hasOwn(subIndications, text)
}

/** The URI of an indication, as ETSI registers it; of one that is not set, INDETERMINATE's. */
export function indicationUri(indication: Indication | undefined): string {
  return `urn:etsi:019102:mainindication:${(indication ?? 'INDETERMINATE').toLowerCase()}`
}

/** The URI of a sub-indication, as ETSI registers it. */
export function subIndicationUri(subIndication: SubIndication): string {
  return `urn:etsi:019102:subindication:${subIndication}`
}

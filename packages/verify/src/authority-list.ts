import type { Words } from '@licencevault/errors'

/**
 * Who may seal what: `licencevault.authorities/1`, or `/2` where it names ledgers, specified in `FORMAT.md`. Published sealed with
 * CAdES; instants are RFC 3339 in UTC with seconds, such as `2026-11-23T09:44:30Z`. A period includes
 * `from` and excludes `to`; `to: null` has no end.
 */
export interface AuthorityList {
  /** Grows with every list published; an older one is refused. */
  readonly sequence: number
  readonly issuedAt: string
  /** When the next list is due; afterwards nothing is reported genuine with this one. */
  readonly nextUpdate: string
  /** Certificates (DER) of the CAs under which seal certificates are trusted. */
  readonly roots: readonly Uint8Array[]
  readonly authorities: readonly ListedAuthority[]
  /** Ledgers whose receipts are believed. */
  readonly ledgers?: readonly ListedLedger[]
}

/** A log of licences, by its origin. */
export interface ListedLedger {
  readonly name: string
  readonly keys: readonly LedgerKey[]
}

export interface LedgerKey {
  /** C2SP verifier key of Ed25519, under the ledger's own name. */
  readonly vkey: string
  /** Checkpoints of this key are accepted from `from` until before `to`: a lost key gets a `to`. */
  readonly from: string
  readonly to: string | null
}

/** One authority that issues licences. */
export interface ListedAuthority {
  /** Its 统一社会信用代码. */
  readonly code: string
  readonly name: Words
  /** The certificates of its electronic seals, DER; one stands with one authority only. */
  readonly sealCertificates: readonly Uint8Array[]
  /** What it may issue, and when. */
  readonly licenceTypes: readonly Entitlement[]
  /** The ledger, and the instant since when each of its licences must carry the ledger's receipt. */
  readonly receipts?: { readonly ledger: string; readonly since: string }
  /** Keys that sign the QR tokens printed on its licences. */
  readonly paperKeys: readonly PaperKey[]
}

export interface Entitlement {
  /** 证照类型代码, 21 characters. */
  readonly code: string
  readonly from: string
  readonly to: string | null
}

export interface PaperKey {
  /** SubjectPublicKeyInfo of an Ed25519 key, DER. */
  readonly publicKey: Uint8Array
  /** Tokens of this key are accepted from `from` until before `to`: a lost key gets a `to`. */
  readonly from: string
  readonly to: string | null
}

/** A list without ledgers is written in the first version, which older verifiers read. */
export const authorityListFormats = {
  plain: 'licencevault.authorities/1',
  withLedgers: 'licencevault.authorities/2',
} as const

/** Limits of a list. */
export const authorityListLimits = {
  /** Bytes of the sealed list. */
  bytes: 32 * 1024 * 1024,
  roots: 100,
  authorities: 10_000,
  sealCertificates: 100,
  licenceTypes: 5_000,
  paperKeys: 100,
  ledgers: 100,
  /** Keys of one ledger. */
  ledgerKeys: 100,
  /** Bytes of one certificate or key. */
  der: 16 * 1024,
} as const

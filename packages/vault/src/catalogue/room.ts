import type { Template } from '@licencevault/document'
import type { LicenceType } from '@licencevault/licence'
import type { ListedAuthority, ListedLedger, Trust } from '@licencevault/verify'
import type { Caller } from '../caller.ts'
import type { Page, PageRequest } from '../page.ts'

/**
 * The catalogue: licence types in versions, and authorities with what they may issue. Every change is an
 * entry of the ledger; the definition itself is a blob that the entry names by its digest.
 *
 * A change takes a request id: asked again with the same content it answers the same, with other content it
 * is refused as `request-reused`, for ever.
 */
export interface Catalogue {
  /** Takes in version 1 of a type with its template. Throws `type-exists`, and what `defineType` throws. */
  defineType(caller: Caller, requestId: string, type: LicenceType, template: Template): Promise<TypeRecord>
  /** Takes in the next version; licences issued under older ones keep theirs. Throws `type-version-wrong`. */
  reviseType(caller: Caller, requestId: string, type: LicenceType, template: Template): Promise<TypeRecord>
  /** Nothing more is issued of the type, in any version. */
  retireType(caller: Caller, requestId: string, code: string): Promise<TypeRecord>
  /** The latest version unless told. Throws `type-unknown`. */
  getType(code: string, version?: number): Promise<TypeRecord>
  /** The template of a version, its digest checked. */
  templateOf(code: string, version?: number): Promise<Template>
  /** The latest version of each type that fits, by code. */
  findTypes(criteria?: TypeCriteria, page?: PageRequest): Promise<Page<TypeRecord>>

  /** Throws `authority-exists`. */
  addAuthority(caller: Caller, requestId: string, authority: ListedAuthority): Promise<AuthorityRecord>
  /** Puts another description in the place of the last. Throws `authority-unknown`. */
  reviseAuthority(caller: Caller, requestId: string, authority: ListedAuthority): Promise<AuthorityRecord>
  /** Throws `authority-unknown`. */
  getAuthority(code: string): Promise<AuthorityRecord>
  findAuthorities(criteria?: AuthorityCriteria, page?: PageRequest): Promise<Page<AuthorityRecord>>

  /**
   * Seals the list of authorities as they stand, with the next sequence number, and publishes it.
   *
   * @throws VaultError `publisher-missing`, and what `sealAuthorityList` throws
   */
  publishAuthorityList(caller: Caller, requestId: string, list: ListWanted): Promise<PublishedList>
  /** The list published last. Throws `authority-list-missing`. */
  authorityList(): Promise<PublishedList>
  /** The list published last as a value to verify with, opened under the vault's roots. */
  trust(): Promise<Trust>
}

export interface ListWanted {
  /** Instant by which the next list is due, RFC 3339 in UTC with seconds. */
  readonly nextUpdate: string
  /** Certificates (DER) of the CAs under which seals are trusted. */
  readonly roots: readonly Uint8Array[]
  /** Ledgers whose receipts are believed: those of the list before, and this vault's own, unless told. */
  readonly ledgers?: readonly ListedLedger[]
}

export interface TypeRecord {
  readonly type: LicenceType
  /** SHA-256 of the definition's canonical JSON, lower-case hex. */
  readonly digest: string
  /** RFC 3339 in UTC. */
  readonly recordedAt: string
  /** Of the entry that took this version in. */
  readonly index: number
  readonly retired: boolean
}

export interface TypeCriteria {
  /** Part of the Chinese or English name. */
  readonly name?: string
  readonly kind?: LicenceType['kind']
  /** USCC of an authority that may issue it. */
  readonly issuer?: string
  /** Retired ones too; left out unless told. */
  readonly retired?: boolean
}

export interface AuthorityRecord {
  readonly authority: ListedAuthority
  /** SHA-256 of the description's canonical JSON, lower-case hex. */
  readonly digest: string
  readonly recordedAt: string
  readonly index: number
}

export interface AuthorityCriteria {
  /** Part of the Chinese or English name. */
  readonly name?: string
  /** Code of a licence type that it may issue. */
  readonly type?: string
}

export interface PublishedList {
  readonly sequence: number
  readonly issuedAt: string
  readonly nextUpdate: string
  /** The sealed list, as `openTrust` takes it. */
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, lower-case hex. */
  readonly digest: string
  readonly index: number
}

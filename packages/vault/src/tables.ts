import type { RecordedState } from '@licencevault/licence'

/**
 * Every table of the office, on one page. Times are microseconds since 1970 UTC, dates civil dates as text.
 * A `…_ticket` leads to the entry of the ledger. Nothing personal stands here in the clear: numbers and
 * holders are keyed indices, a statement is closed (`personal.ts`).
 */
export interface VaultTables {
  vault_settings: SettingRow
  vault_requests: RequestRow
  vault_types: TypeRow
  vault_retired: RetiredRow
  vault_issuers: IssuerRow
  vault_authorities: AuthorityRow
  vault_lists: ListRow
  vault_counters: CounterRow
  vault_licences: LicenceRow
  vault_holders: HolderRow
  vault_singles: SingleRow
  vault_files: FileRow
}

interface SettingRow {
  name: string
  value: string
}

/** Who asked for what, for ever. */
export interface RequestRow {
  application: string
  request: string
  /** Keyed digest of the canonical content: a plain one of so few possible faces could be guessed. */
  content: string
  /** What was done. */
  kind: string
  /** What it was done to. */
  subject: string
  /** Of the entry it led to; 0 until a licence has one. */
  ticket: number
}

export interface TypeRow {
  code: string
  version: number
  name: string
  name_en: string
  kind: string
  /** SHA-256 of the definition, which is a blob. */
  digest: string
  template: string
  /** First civil date on which this version may be issued; null for always. */
  begins: string | null
  ticket: number
}

interface RetiredRow {
  code: string
  ticket: number
}

/** Who may issue the latest version of a type. */
interface IssuerRow {
  code: string
  authority: string
}

export interface AuthorityRow {
  code: string
  name: string
  name_en: string
  digest: string
  ticket: number
}

export interface ListRow {
  sequence: number
  digest: string
  issued_at: string
  next_update: string
  ticket: number
}

/** How many numbers were given per type, authority and year. */
interface CounterRow {
  type: string
  authority: string
  year: number
  given: number
}

export interface LicenceRow {
  identifier: string
  /** Identifier without version and check: what all versions of a licence share. */
  base: string
  version: number
  type: string
  type_version: number
  authority: string
  /** Keyed index of the number. */
  number: string
  /** Keyed index of type and number where it was counted out: null for the holder's own, and for later versions. */
  number_once: string | null
  valid_from: string
  valid_until: string | null
  issued_us: number
  issued_on: string
  statement: Uint8Array
  statement_digest: string
  /** Text of the printed code. */
  qr: string
  state: RecordedState
  /** Of the last entry about it, and since when that counts. */
  ticket: number
  effective_us: number
  issued_ticket: number
  /** The licence whose place it takes, and the act by which it does (JSON), until that is recorded. */
  predecessor: string | null
  succession: string | null
  /** The licence that takes its place, or is about to. */
  successor: string | null
  application: string
  role: string
}

interface HolderRow {
  holder: string
  code_type: string
  issued_us: number
  identifier: string
}

/** 一人一证: the licence that stands for this holder and type. */
interface SingleRow {
  type: string
  holder: string
  identifier: string
}

export interface FileRow {
  identifier: string
  digest: string
  size: number
  ticket: number
  checked_us: number
}

import type { FilingRow, NumberRow } from './filing/tables.ts'

/**
 * The rows of the records room. Times are microseconds since 1970 UTC (`…_us`), civil dates are text
 * (`…_on`), lists and objects are JSON text. What an entry of the ledger must not hold (names, reasons, users)
 * rests here and in blobs that the entry names by digest.
 */
export interface ArchiveTables {
  archive_item: ItemRow
  archive_schedule: ScheduleRow
  archive_schedule_item: ScheduleItemRow
  archive_case: CaseRow
  archive_case_licence: CaseLicenceRow
  archive_case_event: CaseEventRow
  archive_file: FileRow
  archive_licence: LicenceRow
  archive_follower: FollowerRow
  archive_hold: HoldRow
  archive_hold_case: HoldCaseRow
  archive_use: UseRow
  archive_count: CountRow
  archive_exception: ExceptionRow
  archive_request: RequestRow
  archive_filing: FilingRow
  archive_number: NumberRow
  archive_damage: DamageRow
}

/** One version of a service item. */
export interface ItemRow {
  code: string
  version: number
  name: string
  type: string
  authority: string
  /** The item it is a variant of. */
  variant_of: string | null
  /** The item itself, canonical JSON. */
  body: string
  defined_us: number
  /** On every version of the item, once it is retired. */
  retired_on: string | null
}

/** A table of filing scopes, retentions and conditions of use: proposed, then approved or declined. */
export interface ScheduleRow {
  number: number
  state: 'proposed' | 'approved' | 'declined'
  title: string
  /** Of the table's canonical JSON, which is the blob of that digest. */
  digest: string
  items: number
  /** Application and user, so that nobody approves what he proposed. */
  proposed_by: string
  decided_by: string | null
  effective_from: string | null
  proposed_us: number
  decided_us: number | null
}

/** What a table says of one item. */
interface ScheduleItemRow {
  number: number
  item: string
  item_version: number
  /** `ItemSchedule`, canonical JSON. */
  body: string
  /** Copied from the table on approval; null until then, so that only approved rules are found by date. */
  effective_from: string | null
}

/** One filed case (件), the unit of disposal. */
export interface CaseRow {
  /** Counts up; orders cases that fall due on the same day. */
  id: number
  /** 32 hex digits, the same for ever: names the package's blob and the subject of its entries. */
  case_id: string
  /** 全宗号 */
  fonds: string
  /** 门类, by the schedule. */
  class: string
  item: string
  item_version: number
  /** USCC of the office that handled it. */
  office: string
  case_number: string
  /** 档号 */
  archival_number: string
  title: string
  outcome: 'granted' | 'refused' | 'withdrawn' | 'not-accepted'
  /** JSON list of situation codes. */
  situations: string
  accepted_on: string | null
  closed_on: string
  filed_on: string
  /** Number of the schedule that applies. */
  schedule: number
  /** When a decision applied a later schedule than the one of its filing. */
  rescheduled_on: string | null
  state: 'permanent' | 'fixed' | 'open'
  retention: string
  start_on: string | null
  /** First day on which it may be appraised; null where it never falls due or nobody can tell yet. */
  due_on: string | null
  /** Holds that stand. */
  holds: number
  /** SHA-256 of the package, and its size. */
  package_digest: string
  package_size: number
}

interface CaseLicenceRow {
  case_row: number
  identifier: string
}

/** An event that starts a term, such as a project's completion. */
interface CaseEventRow {
  case_row: number
  event: string
  happened_on: string
  /** 0 if the filing of the case said it, which a correction replaces; 1 if it was recorded by itself. */
  recorded: number
}

/** One file inside a case's package. */
export interface FileRow {
  case_row: number
  /** From 1, as arranged. */
  number: number
  /** Code of the item's material. */
  material: string
  /** Where it lies inside the package. */
  path: string
  title: string
  size: number
  sha256: string
  /** Media type, by content. */
  format: string
}

/** What the ledger tells of a licence that cases produced. */
export interface LicenceRow {
  identifier: string
  /** 1 once an entry told of it. */
  known: number
  valid_until: string | null
  /** Last day in force, where something ended it. */
  ended_on: string | null
  successor: string | null
}

/** How far a reader of the ledger has come. */
interface FollowerRow {
  name: string
  after_index: number
}

export interface HoldRow {
  id: string
  /** USCC of the authority that ordered it. */
  authority: string
  reason: string
  /** Number of the order. */
  decision: string
  from_on: string
  to_on: string | null
  cases: number
  /** Of the hold's document with the list of its cases. */
  digest: string
  placed_us: number
  lifted_us: number | null
}

interface HoldCaseRow {
  case_row: number
  hold: string
}

/** One use, or one refusal. */
export interface UseRow {
  id: number
  case_id: string
  /** Number of the file; 0 for the case's list. */
  file: number
  application: string
  user_name: string
  user_authority: string | null
  purpose: string
  form: string
  /** `granted`, or the word of the refusal. */
  outcome: string
  used_us: number
  /** Of the case; 0 for a case that there is not. */
  revision: number
  /** Of a fetch: where the file lies inside the package; empty for the package whole. */
  path: string | null
  /** Number of the approved application, and references of consents, as they were named. */
  application_number: string | null
  holder_consent: string | null
  office_consent: string | null
  /** 1 once an entry of the ledger vouches for it. */
  committed: number
}

/** Kept counts of cases, by everything they are asked by. */
interface CountRow {
  fonds: string
  class: string
  item: string
  office: string
  retention: string
  /** 1 if held. */
  held: number
  /** Empty where nothing is due. */
  due_on: string
  cases: number
}

/** A case that was filed late, or whose filing failed (异常清单). */
export interface ExceptionRow {
  office: string
  case_number: string
  item: string
  /** `late`, `failed`, `incomplete`: words of filing. */
  kind: string
  closed_on: string
  /** Last day on which it should have been filed. */
  allowed_until: string
  /** Word code of what stopped it, or empty. */
  reason: string
  noted_us: number
  /** When it was filed after all, in time. What was filed late stays on the list: null. */
  settled_us: number | null
  /** Of one that was filed late, by how many days. */
  days_late: number
  /** 1 once an entry of the ledger vouches for the line: that of its case, or one for many lines. */
  committed: number
}

/** What rebuilding found lost or altered, by the entry that names it. */
interface DamageRow {
  idx: number
  subject: string
  /** Word code of what is wrong. */
  code: string
  /** File inside the package; empty for the whole of what the entry names. */
  path: string
}

/** A request that was carried out, for ever: the same again gives the same. */
interface RequestRow {
  application: string
  request_id: string
  digest: string
  /** JSON of the answer. */
  answer: string
  /** JSON list of the ledger's tickets. */
  tickets: string
}

export type { Done, Tx } from './act.ts'
export type { Caller, Role } from './caller.ts'
export { type AppliedSchedule, rulesOf, scheduleInForce } from './cases/case-facts.ts'
export {
  correctCase,
  type FiledCase,
  type FiledLicence,
  type Registered,
  registerCase,
} from './cases/register-case.ts'
export type { Code } from './codes.ts'
export {
  type AnnouncedFile,
  type CaseOrder,
  type CaseOutcome,
  type CaseStep,
  outcomes,
} from './filing/case-order.ts'
export { CASE_FORMAT, caseLimits } from './filing/define-case.ts'
export type { FileOptions } from './filing/file-case.ts'
export type { Filing, FilingOptions } from './filing/filing.ts'
export type { Filed } from './filing/keep-case.ts'
export type { FiledPackage } from './filing/open-filed.ts'
export type { Recovered } from './filing/recover-filings.ts'
export type { SentFile } from './filing/spool.ts'
export { acceptedFormats, type FormatName, formats } from './formats/formats.ts'
export type { Hold, PlacedHold } from './holds/hold.ts'
export type { Holds } from './holds/holds.ts'
export type { HoldQuery } from './holds/list-holds.ts'
export { type HoldOrder, MAX_HOLD_CASES } from './holds/place-hold.ts'
export { defineItem, ITEM_FORMAT } from './items/define-item.ts'
export {
  type Category,
  categories,
  type ItemAttributes,
  type ItemType,
  itemTypes,
  type Material,
  type OnlineDepth,
  type Origin,
  onlineDepths,
  origins,
  type ServiceItem,
  type Situation,
} from './items/item.ts'
export {
  type BasicParts,
  composeBasicCode,
  composeItemCode,
  type ItemCodeParts,
  isBasicCode,
  isItemCode,
  type Level,
  levels,
  readBasicCode,
  readItemCode,
  variantOf,
} from './items/item-code.ts'
export type { FoundItem, ItemCriteria, Items } from './items/items.ts'
export {
  type Archive,
  type ArchiveOptions,
  isArchiveWhole,
  openArchive,
  type RebuildOptions,
  rebuildArchive,
} from './open-archive.ts'
export { MAX_PAGE, type Page, type PageRequest } from './pages.ts'
export type { DueQuery } from './queries/due-query.ts'
export type { CaseException, ExceptionQuery, OfficeExceptions } from './queries/exceptions.ts'
export type { CountBy, Counts } from './queries/kept-counts.ts'
export type {
  CaseExplanation,
  CaseSummary,
  EarliestDestruction,
  Queries,
} from './queries/queries.ts'
export type { Undated, UndatedCountBy } from './queries/undated.ts'
export type { UndatedQuery } from './queries/undated-query.ts'
export type { ArchiveDamage, RebuiltArchive } from './rebuild/rebuild.ts'
export {
  type AppliedRule,
  type LicenceLife,
  type Retention,
  type RetentionFacts,
  retentionOf,
} from './retention/case-retention.ts'
export { dayIn } from './retention/civil-day.ts'
export type { TraceStep, TraceWord } from './retention/explain.ts'
export { type StartRule, startRules } from './retention/start-rule.ts'
export { isTerm, readTerm, type Term } from './retention/term.ts'
export type { Reach } from './schedules/apply.ts'
export type { Change } from './schedules/compare.ts'
export { type Gap, gapOf } from './schedules/coverage.ts'
export { MAX_CSV_BYTES } from './schedules/csv-text.ts'
export { defineSchedule, SCHEDULE_FORMAT } from './schedules/define-schedule.ts'
export { type DateChange, type DryRunExample, type DryRunRow, dryRunLimits } from './schedules/dry-run.ts'
export type { ScheduleFinding } from './schedules/finding.ts'
export { fitOf } from './schedules/fit.ts'
export { readScheduleCsv, type ScheduleReading } from './schedules/read-csv.ts'
export {
  type Consent,
  consents,
  type FilingScope,
  type Form,
  filingScopeOf,
  filingScopes,
  forms,
  type ItemSchedule,
  type MaterialRule,
  type Purpose,
  purposes,
  type Rule,
  ruleOf,
  type Schedule,
  type Sharing,
  type SharingScope,
  sharingScopes,
} from './schedules/schedule.ts'
export type { ScheduleState, Schedules } from './schedules/schedules.ts'
export { writeScheduleCsv } from './schedules/write-csv.ts'
export type { ArchiveTables } from './tables.ts'
export type { ShownElement, UseAnswer, UsedFile } from './use/answer.ts'
export {
  CERTIFICATE_FORMAT,
  type Certified,
  type Certify,
  type CopyCertificate,
  writeCertificate,
} from './use/certify.ts'
export type { UseRefusal, UseRequest } from './use/decide-use.ts'
export type { Fetched, FetchOrder } from './use/fetch.ts'
export { MAX_REFERENCE, type UseRecord } from './use/record.ts'
export type { UseOrder, UseQuery, Uses } from './use/use.ts'
export { type ClamdAddress, clamd, type ScanAnswer, type Scanner } from './virus/clamd.ts'

export type { Audit, Read, ReadsQuery, RecordedRead } from './audit.ts'
export type { Damage, DamageCode } from './damage.ts'
export type { Actor, Draft, Entry, Recorded } from './entry-shape.ts'
export type {
  Cancellable,
  EntriesQuery,
  FsckOptions,
  FsckReport,
  Ledger,
  LedgerOptions,
  Readiness,
  RebuildOptions,
  Ticket,
} from './ledger.ts'
export { openLedger } from './open-ledger.ts'

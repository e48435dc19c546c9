export type { Actor, Draft, Entry, Recorded } from './entry-shape.ts'
export type { Cancellable, EntriesQuery, Ledger, LedgerOptions, Readiness, Ticket } from './ledger.ts'
export { openLedger } from './open-ledger.ts'

import type { Ledger, LedgerOptions } from './ledger.ts'

/** Opens the log: makes its tables if they are missing, and finishes what a crash left behind. */
export declare function openLedger(options: LedgerOptions): Promise<Ledger>

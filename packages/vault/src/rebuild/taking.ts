import type { Recorded } from '@licencevault/ledger'
import type { Transaction } from 'kysely'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import type { Documents } from './documents-of.ts'

/** An entry with what its documents say. */
export interface Told {
  readonly recorded: Recorded
  readonly documents: Documents
}

/** What the rows of one entry are written with. */
export interface Taking {
  readonly office: Office
  /** Of the paper key. */
  readonly keyId: Uint8Array
  readonly tx: Transaction<VaultTables>
}

/** Rebuilding gives each entry this ticket. */
export const ticketOf = ({ index }: Recorded): number => -1 - index

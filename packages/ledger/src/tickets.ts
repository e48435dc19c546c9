import type { Db } from '@licencevault/stores'
import { Leaf } from './leaf.ts'
import type { Ticket } from './ledger.ts'
import { ledgerOf } from './tables.ts'

const CHUNK = 256

/** Those of the tickets that still wait. */
export async function pendingAmong(rows: Db['query'], tickets: readonly Ticket[]): Promise<Set<Ticket>> {
  const found = new Set<Ticket>()
  for (let at = 0; at < tickets.length; at += CHUNK) {
    const chunk = await ledgerOf(rows)
      .selectFrom('ledger_pending')
      .select('id')
      .where('id', 'in', tickets.slice(at, at + CHUNK))
      .execute()
    for (const { id } of chunk) found.add(id)
  }
  return found
}

/** The entries that were made from these tickets, committed or not. */
export async function recordedAmong(
  rows: Db['query'],
  tickets: readonly Ticket[],
): Promise<Map<Ticket, Leaf>> {
  const found = new Map<Ticket, Leaf>()
  for (let at = 0; at < tickets.length; at += CHUNK) {
    const chunk = await ledgerOf(rows)
      .selectFrom('ledger_entry')
      .selectAll()
      .where('ticket', 'in', tickets.slice(at, at + CHUNK))
      .execute()
    for (const { idx, ticket, entry } of chunk) {
      if (ticket !== null) found.set(ticket, new Leaf(idx, entry))
    }
  }
  return found
}

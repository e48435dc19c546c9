import type { Db } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'
import { personalOf } from '../src/personal.ts'

type Row = Readonly<Record<string, unknown>>

const order = {
  vault_requests: 'application, request',
  vault_types: 'code, version',
  vault_retired: 'code',
  vault_issuers: 'code, authority',
  vault_authorities: 'code',
  vault_lists: 'sequence',
  vault_counters: 'type, authority, year',
  vault_licences: 'identifier',
  vault_holders: 'holder, issued_us, identifier, code_type',
  vault_singles: 'type, holder',
  vault_files: 'identifier',
} as const

export type TableName = keyof typeof order
export const tableNames = Object.keys(order) as readonly TableName[]

/**
 * Every row of the office, so that two databases can be compared: tickets as the entries to which they lead,
 * and statements opened, since each closing is another.
 */
export async function dump(db: Db, personalKey: Uint8Array): Promise<Readonly<Record<TableName, Row[]>>> {
  const personal = personalOf(personalKey)
  const rows = db.query as Kysely<unknown>
  const entries = await sql<{
    idx: number
    ticket: number | null
  }>`select idx, ticket from ledger_entry`.execute(rows)
  const indices = new Map(entries.rows.map(({ idx, ticket }) => [ticket, idx]))
  const readable = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (/ticket$/.test(name))
          return [name, value === 0 ? 'none' : (indices.get(value as number) ?? 'lost')]
        if (name !== 'statement') return [name, value]
        const closed = value as Uint8Array
        const bytes = closed.length > 0 ? personal.open(closed, String(row.identifier)) : closed
        return [name, Buffer.from(bytes).toString()]
      }),
    )
  const dumped: [string, Row[]][] = []
  for (const name of tableNames) {
    const found = await sql<Row>`select * from ${sql.raw(name)} order by ${sql.raw(order[name])}`.execute(
      rows,
    )
    dumped.push([name, found.rows.map(readable)])
  }
  return Object.fromEntries(dumped) as Record<TableName, Row[]>
}

import type { Db } from '@licencevault/stores'
import { type Kysely, sql } from 'kysely'

type Row = Readonly<Record<string, unknown>>

const order = {
  archive_item: 'code, version',
  archive_schedule: 'number',
  archive_schedule_item: 'number, item',
  archive_case: 'id',
  archive_case_licence: 'case_row, identifier',
  archive_case_event: 'case_row, event',
  archive_file: 'case_row, number',
  archive_licence: 'identifier',
  archive_follower: 'name',
  archive_hold: 'id',
  archive_hold_case: 'case_row, hold',
  archive_use: 'id',
  archive_count: 'due_on, item, office, fonds, class, retention, held',
  archive_exception: 'office, case_number',
  archive_request: 'application, request_id',
  archive_filing: 'case_id, revision',
  archive_number: 'fonds, class, year, retention',
  archive_damage: 'idx, path',
} as const

export type TableName = keyof typeof order
export const tableNames = Object.keys(order) as readonly TableName[]

/**
 * Every row of the archive, so that two databases can be compared: tickets as the entries to which they lead,
 * numbers of case rows as their place in the order of filing, JSON by what it says.
 */
export async function dump(db: Db): Promise<Readonly<Record<TableName, Row[]>>> {
  const rows = db.query as Kysely<unknown>
  const all = async (query: string) => (await sql<Row>`${sql.raw(query)}`.execute(rows)).rows
  const entries = await all('select idx, ticket from ledger_entry where ticket is not null')
  const indices = new Map(entries.map(({ idx, ticket }) => [Number(ticket), idx]))
  const cases = await all('select id from archive_case order by id')
  const places = new Map(cases.map(({ id }, place) => [id, place]))
  const indexOf = (ticket: unknown) => indices.get(Number(ticket)) ?? `lost ${ticket}`
  const shown = (name: TableName, [column, value]: [string, unknown]): unknown => {
    if (column === 'ticket') return indexOf(value)
    if (column === 'tickets') return (JSON.parse(String(value)) as number[]).map(indexOf)
    if (column === 'case_row' || (name === 'archive_case' && column === 'id')) return places.get(value)
    const json = typeof value === 'string' && /^[[{]/.test(value)
    return json ? JSON.parse(value) : value
  }
  const dumped: [string, Row[]][] = []
  for (const name of tableNames) {
    const found = await all(`select * from ${name} order by ${order[name]}`)
    dumped.push([
      name,
      found.map((row) =>
        Object.fromEntries(Object.entries(row).map((member) => [member[0], shown(name, member)])),
      ),
    ])
  }
  return Object.fromEntries(dumped) as Record<TableName, Row[]>
}

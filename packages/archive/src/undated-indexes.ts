import { type Kysely, sql } from 'kysely'

/**
 * The indexes along which cases without a date are listed. Such a case stands in none of those of the due list, so
 * that all of these together cost a filing less than a date does. An item belongs to one office, an office to one
 * fonds: the narrowest that is given settles it.
 */
const narrowings = ['item', 'office', 'fonds', 'class'] as const

type Column = (typeof narrowings)[number]

interface UndatedIndex {
  readonly name: string
  readonly columns: readonly string[]
}

/** The index for a query: held cases are few, whatever else is asked. */
export function indexForUndated(
  query: Readonly<Partial<Record<Column, unknown>>> & { readonly held?: boolean },
): UndatedIndex {
  if (query.held) return { name: 'archive_undated_held', columns: [] }
  const column = narrowings.find((name) => query[name] !== undefined)
  return column
    ? { name: `archive_undated_${column}`, columns: [column] }
    : { name: 'archive_undated', columns: [] }
}

export async function undatedIndexes(db: Kysely<unknown>): Promise<void> {
  const create = async (name: string, columns: readonly string[], more = '') => {
    const on = [...columns, 'state', 'id'].join(', ')
    await sql`create index ${sql.raw(name)} on archive_case (${sql.raw(on)}) where due_on is null${sql.raw(more)}`.execute(
      db,
    )
  }
  await create('archive_undated', [])
  for (const column of narrowings) await create(`archive_undated_${column}`, [column])
  await create('archive_undated_held', [], ' and holds > 0')
}

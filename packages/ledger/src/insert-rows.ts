import type { Db, Rows } from '@licencevault/stores'
import { CompiledQuery } from 'kysely'

/**
 * Inserts many rows with few statements, whose text recurs and so is prepared once: building such a query
 * anew costs more than running it.
 *
 * @param values of all rows, one row behind the other
 */
export async function insertRows(
  { rows, dialect }: { rows: Rows; dialect: Db['dialect'] },
  insert: { into: string; columns: readonly string[]; end?: string },
  values: readonly (string | number | null)[],
): Promise<void> {
  const width = insert.columns.length
  let at = 0
  for (let size = MOST; at < values.length; size /= 2) {
    while (values.length - at >= size * width) {
      const text = statement(dialect, insert, size)
      await rows.executeQuery(CompiledQuery.raw(text, values.slice(at, at + size * width)))
      at += size * width
    }
  }
}

/** Rows of one statement: a power of two, so that few different statements insert any number. */
const MOST = 64
const texts = new Map<string, string>()

function statement(
  dialect: Db['dialect'],
  { into, columns, end = '' }: { into: string; columns: readonly string[]; end?: string },
  rows: number,
): string {
  const key = `${dialect} ${into} ${columns.length} ${rows}`
  const known = texts.get(key)
  if (known) return known
  const tuple = (row: number) =>
    `(${columns.map((_, at) => (dialect === 'sqlite' ? '?' : `$${row * columns.length + at + 1}`)).join(', ')})`
  const tuples = Array.from({ length: rows }, (_, row) => tuple(row)).join(', ')
  const text = `insert into ${into} (${columns.join(', ')}) values ${tuples} ${end}`
  texts.set(key, text)
  return text
}

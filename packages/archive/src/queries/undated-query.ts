import { words } from '@licencevault/licence'
import type { Db } from '@licencevault/stores'
import { type RawBuilder, sql } from 'kysely'
import { archiveShape } from '../shape.ts'
import type { CaseRow } from '../tables.ts'
import { indexForUndated } from '../undated-indexes.ts'
import { checkDueQuery, type DueQuery } from './due-query.ts'

/** Which cases that have no date: those kept for ever, or those that wait; narrowed by whatever else is given. */
export interface UndatedQuery extends Omit<DueQuery, 'from' | 'to'> {
  /** `permanent` 永久, or `open`: nobody can tell a day before an event, or the end of a licence. */
  readonly state: 'permanent' | 'open'
}

const { expect } = archiveShape('query')

/** Throws VaultError `member-unknown`, `member-wrong`. */
export function checkUndatedQuery({ state, ...rest }: UndatedQuery): UndatedQuery {
  const known = state === 'permanent' || state === 'open'
  expect(known, '/state', words('permanent or open', 'permanent（永久）或 open（待定）'))
  const dated = rest as DueQuery
  expect(dated.from === undefined && dated.to === undefined, '/from', words('absent', '不填'))
  checkDueQuery(rest)
  return { state, ...rest }
}

interface Stretch {
  readonly dialect: Db['dialect']
  readonly after: number
  readonly limit: number
}

/** One walk along one index, from its place on; what the index does not find is compared row by row. */
export function undatedRows(query: UndatedQuery, { dialect, after, limit }: Stretch): RawBuilder<CaseRow> {
  const { name, columns } = indexForUndated(query)
  const conditions = [
    sql`due_on is null`,
    sql`state = ${query.state}`,
    sql`id > ${after}`,
    ...(['fonds', 'class', 'item', 'office', 'retention'] as const)
      .filter((column) => query[column] !== undefined)
      .map((column) =>
        columns.includes(column)
          ? sql`${sql.ref(column)} = ${query[column]}`
          : sql`${sql.ref(column)} || '' = ${query[column]}`,
      ),
    ...(query.held === undefined ? [] : [query.held ? sql`holds > 0` : sql`holds = 0`]),
  ]
  const by = dialect === 'sqlite' ? sql`indexed by ${sql.raw(name)}` : sql``
  return sql<CaseRow>`select * from archive_case ${by}
    where ${sql.join(conditions, sql` and `)} order by id limit ${limit}`
}

import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { QueryResult } from 'kysely'

/** Runs SQL on one connection; what was prepared before is not prepared again. */
export interface Statements {
  run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R>
  inTransaction(): boolean
}

const MAX_STATEMENTS = 500

interface Prepared {
  readonly statement: StatementSync
  readonly givesRows: boolean
}

export function statementsOf(database: DatabaseSync): Statements {
  const known = new Map<string, Prepared>()

  const prepare = (sql: string): Prepared => {
    const statement = database.prepare(sql)
    const prepared = { statement, givesRows: statement.columns().length > 0 }
    if (known.size >= MAX_STATEMENTS) {
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    }
    known.set(sql, prepared)
    return prepared
  }

  return {
    run<R>(sql: string, parameters: readonly unknown[]) {
      const { statement, givesRows } = known.get(sql) ?? prepare(sql)
      const values = parameters as readonly SQLInputValue[]
      if (givesRows) return { rows: statement.all(...values) as R[] }
      const { changes } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes) }
    },
    inTransaction: () => database.isTransaction,
  }
}

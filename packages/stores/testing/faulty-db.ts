import { type CompiledQuery, type DatabaseConnection, type Driver, Kysely, SelectQueryNode } from 'kysely'
import { error } from '../src/codes.ts'
import type { Db, Rows, TransactionRows } from '../src/db.ts'
import type { Call, FaultPlan } from './fault-plan.ts'

/**
 * The same database, whose calls go through the plan: each statement, and each `commit`, which failed
 * before its effect is a transaction undone and failed after it one that stands.
 */
export function faultyDb(db: Db, plan: FaultPlan): Db {
  return {
    dialect: db.dialect,
    query: through(db.query, plan),
    async transaction(work, options) {
      let leave = async () => {}
      const answer = await db.transaction(async (tx) => {
        const result = await work(through(tx, plan) as TransactionRows)
        leave = await plan.enter({ name: 'commit', kind: 'write', port: 'database', signal: options?.signal })
        return result
      }, options)
      await leave()
      return answer
    },
    migrate: (name, migrations) =>
      plan.run({ name: `migrate ${name}`, kind: 'write', port: 'database' }, () =>
        db.migrate(name, migrations),
      ),
    close: () => db.close(),
  }
}

/** Kysely over Kysely: the outer one makes the statements, the inner one runs them. */
function through(rows: Rows, plan: FaultPlan): Rows {
  const executor = rows.getExecutor()
  const connection: DatabaseConnection = {
    executeQuery: (compiled: CompiledQuery) =>
      plan.run(callOf(compiled), () => rows.executeQuery(compiled as CompiledQuery<never>), garbled),
    streamQuery: () => {
      throw new Error('rows are not streamed')
    },
  }
  const nothing = async () => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    destroy: nothing,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
  }
  return new Kysely({
    dialect: {
      createAdapter: () => executor.adapter,
      createDriver: () => driver,
      createIntrospector: () => rows.introspection,
      createQueryCompiler: () => ({ compileQuery: (node, id) => executor.compileQuery(node, id) }),
    },
  })
}

function callOf({ query, sql }: CompiledQuery): Call {
  return { name: sql, kind: SelectQueryNode.is(query) ? 'read' : 'write', port: 'database' }
}

function garbled(): never {
  throw error('store-garbled', { found: 'planned fault' })
}

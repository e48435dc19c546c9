import { migrationsContract } from './db-migrations.contract.ts'
import type { OpenDb } from './db-office.contract.ts'
import { transactionsContract } from './db-transactions.contract.ts'
import { valuesContract } from './db-values.contract.ts'

/**
 * What every adapter of `Db` must do, against the real engine.
 *
 * @param empty makes an empty database and answers how to open it
 */
export function dbContract(adapter: string, empty: () => Promise<OpenDb>): void {
  valuesContract(adapter, empty)
  transactionsContract(adapter, empty)
  migrationsContract(adapter, empty)
}

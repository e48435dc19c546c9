import type { Db, TransactionRows } from '@licencevault/stores'
import { CompiledQuery } from 'kysely'
import type { Draft } from './entry-shape.ts'
import type { Ticket } from './ledger.ts'

/** Leaves drafts waiting in rows, in their order, and answers the numbers of the rows. */
export async function proposeIn(
  tx: TransactionRows,
  dialect: Db['dialect'],
  drafts: readonly Draft[],
): Promise<Ticket[]> {
  const tickets: Ticket[] = []
  for (const draft of drafts) {
    const { rows } = await tx.executeQuery<{ id: number }>(
      CompiledQuery.raw(INSERT[dialect], [JSON.stringify(draft)]),
    )
    tickets.push(...rows.map(({ id }) => id))
  }
  return tickets
}

const INSERT = {
  sqlite: 'insert into ledger_pending (draft) values (?) returning id',
  postgres: 'insert into ledger_pending (draft) values ($1) returning id',
} as const

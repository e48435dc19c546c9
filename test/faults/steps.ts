import { tablesOf } from '@licencevault/stores'
import type { OpenStores } from './stores.ts'

/** Where an issue stands when its process dies: the steps of the flow, each by what it left. */
export const steps = [
  'before transaction A',
  'recorded, not yet in the ledger',
  'in the ledger, no file yet',
  'file kept, not yet registered',
  'registered, not yet answered',
] as const

export type Step = (typeof steps)[number]

interface Rows {
  vault_requests: { application: string; request: string; subject: string }
  vault_licences: { identifier: string; issued_ticket: number }
  vault_files: { identifier: string }
  ledger_entry: { idx: number; ticket: number | null }
  ledger_log: { size: number }
}

/** How far each of these requests had come, read off the stores while no process runs on them. */
export async function stepsOf(
  { db, blobs, keys }: OpenStores,
  requestIds: readonly string[],
): Promise<readonly Step[]> {
  const rows = tablesOf<Rows>(db.query)
  const { size } = await rows.selectFrom('ledger_log').select('size').executeTakeFirstOrThrow()
  const found: Step[] = []
  for (const request of requestIds) {
    const asked = await rows
      .selectFrom('vault_requests as r')
      .innerJoin('vault_licences as l', 'l.identifier', 'r.subject')
      .select(['l.identifier', 'l.issued_ticket'])
      .where('r.request', '=', request)
      .executeTakeFirst()
    if (!asked) {
      found.push('before transaction A')
      continue
    }
    const { identifier, issued_ticket } = asked
    const entry = await rows
      .selectFrom('ledger_entry')
      .select('idx')
      .where('ticket', '=', issued_ticket)
      .executeTakeFirst()
    const registered = await rows
      .selectFrom('vault_files')
      .select('identifier')
      .where('identifier', '=', identifier)
      .executeTakeFirst()
    if (!entry || entry.idx >= size) found.push('recorded, not yet in the ledger')
    else if (registered) found.push('registered, not yet answered')
    else if (await blobs.head(keys.licence(identifier))) found.push('file kept, not yet registered')
    else found.push('in the ledger, no file yet')
  }
  return found
}

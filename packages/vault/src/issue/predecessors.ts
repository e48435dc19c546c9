import type { VaultError } from '@licencevault/errors'
import { move } from '@licencevault/licence'
import type { Transaction } from 'kysely'
import { error } from '../codes.ts'
import type { LicenceRow, VaultTables } from '../tables.ts'
import type { Checked, Succession } from './check.ts'

/** Claims the licences whose places are to be taken, so that nothing else happens to them meanwhile. */
export async function takePredecessors(
  tx: Transaction<VaultTables>,
  items: readonly Checked[],
): Promise<ReadonlyMap<Checked, VaultError>> {
  const refused = new Map<Checked, VaultError>()
  for (const item of items) {
    const { succession, identifier: successor } = item
    if (!succession) continue
    const { predecessor: identifier, move: name } = succession
    const { numUpdatedRows } = await tx
      .updateTable('vault_licences')
      .set({ successor })
      .where('identifier', '=', identifier)
      .where('successor', 'is', null)
      .where('state', '=', 'valid')
      .executeTakeFirst()
    if (numUpdatedRows === 1n) continue
    const row = await tx
      .selectFrom('vault_licences')
      .select(['state', 'successor'])
      .where('identifier', '=', identifier)
      .executeTakeFirst()
    refused.set(item, whyNot(row, { identifier, name, successor }))
  }
  return refused
}

function whyNot(
  row: Pick<LicenceRow, 'state' | 'successor'> | undefined,
  { identifier, name, successor }: { identifier: string; name: Succession['move']; successor: string },
): VaultError {
  if (!row) return error('licence-unknown', { identifier })
  try {
    move(row.state, name, { decision: '-', successor })
  } catch (cause) {
    return cause as VaultError
  }
  return error('licence-being-replaced', { identifier, successor: row.successor ?? '–' })
}

import type { VaultError } from '@licencevault/errors'
import type { Transaction } from 'kysely'
import { error } from '../codes.ts'
import type { VaultTables } from '../tables.ts'
import { civilDate } from '../times.ts'
import type { Checked } from './check.ts'

/**
 * Refuses orders under a retired type or under a version that another has followed and that is in force by
 * now, as it stands within the transaction that records them.
 */
export async function refuseTypes(
  tx: Transaction<VaultTables>,
  items: readonly Checked[],
): Promise<ReadonlyMap<Checked, VaultError>> {
  const refused = new Map<Checked, VaultError>()
  const codes = [...new Set(items.map(({ order }) => order.type.code))]
  if (codes.length === 0) return refused
  const retired = await tx.selectFrom('vault_retired').select('code').where('code', 'in', codes).execute()
  const versions = await tx
    .selectFrom('vault_types')
    .select(['code', 'version', 'begins'])
    .where('code', 'in', codes)
    .execute()
  const ended = new Set(retired.map(({ code }) => code))
  for (const item of items) {
    const { code: type, version: found } = item.order.type
    const today = civilDate(item.at)
    const begun = versions.filter(({ code, begins }) => code === type && (begins === null || begins <= today))
    const latest = Math.max(...begun.map(({ version }) => version))
    if (ended.has(type)) refused.set(item, error('type-retired', { type }))
    else if (found < latest) refused.set(item, error('type-superseded', { type, found, latest }))
  }
  return refused
}

import { VaultError } from '@licencevault/errors'
import { tablesOf } from '@licencevault/stores'
import type { Catalogue } from './catalogue/room.ts'
import type { Office } from './office.ts'
import type { VaultTables } from './tables.ts'
import type { NotReady } from './vault.ts'

/** A licence needs a clock that tells a time of this century at least. */
const BEGINNING = Date.parse('2026-01-01T00:00:00Z')

/** What keeps the office from working, by name. */
export async function readiness(office: Office, catalogue: Catalogue): Promise<readonly NotReady[]> {
  const { db, blobs, ledger, keys, clock, paperKey } = office
  const parts: readonly [NotReady['part'], () => Promise<unknown>][] = [
    ['database', () => tablesOf<VaultTables>(db.query).selectFrom('vault_settings').select('name').execute()],
    ['documents', () => blobs.head(keys.checkpoint)],
    ['authority-list', () => catalogue.trust()],
  ]
  const checked = await Promise.all(parts.map(([part, check]) => tried(part, check)))
  const { reasons } = await ledger.ready()
  return [
    ...checked.flat(),
    ...reasons.map(({ code }) => ({ part: 'ledger' as const, code })),
    ...(clock().getTime() >= BEGINNING ? [] : [{ part: 'clock' as const, code: 'clock-wrong' }]),
    ...(paperKey.algorithm === 'Ed25519' ? [] : [{ part: 'paper-key' as const, code: 'paper-key-wrong' }]),
  ]
}

async function tried(part: NotReady['part'], check: () => Promise<unknown>): Promise<readonly NotReady[]> {
  try {
    await check()
    return []
  } catch (cause) {
    return [{ part, code: cause instanceof VaultError ? cause.code : 'unexpected' }]
  }
}

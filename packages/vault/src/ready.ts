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
  const codes = async () => (await ledger.ready()).reasons.map(({ code }) => code)
  const checked = await Promise.all([
    ...parts.map(([part, check]) => tried(part, async () => void (await check()))),
    tried('ledger', codes),
  ])
  return [
    ...checked.flat(),
    ...(clock().getTime() >= BEGINNING ? [] : [{ part: 'clock' as const, code: 'clock-wrong' }]),
    ...(paperKey.algorithm === 'Ed25519' ? [] : [{ part: 'paper-key' as const, code: 'paper-key-wrong' }]),
  ]
}

/** A part that takes longer to say that it is there counts as away; of the others it is told all the same. */
const PATIENCE_MS = 2_000

/** What a check answers with, or fails with, are the codes of what is wrong. */
async function tried(
  part: NotReady['part'],
  check: () => Promise<readonly string[] | undefined>,
): Promise<readonly NotReady[]> {
  const slow = Promise.withResolvers<readonly string[]>()
  const timer = setTimeout(() => slow.resolve(['slow']), PATIENCE_MS)
  try {
    const codes = (await Promise.race([check(), slow.promise])) ?? []
    return codes.map((code) => ({ part, code }))
  } catch (cause) {
    return [{ part, code: cause instanceof VaultError ? cause.code : 'unexpected' }]
  } finally {
    clearTimeout(timer)
  }
}

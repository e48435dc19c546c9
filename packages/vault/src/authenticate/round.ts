import { VaultError } from '@licencevault/errors'
import { tablesOf } from '@licencevault/stores'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import { microsecondsOf } from '../times.ts'
import type { Authenticate, RoundOptions, RoundReport } from './room.ts'

/** A file that was checked less than so long ago is left alone. */
const REST_US = 24 * 3_600_000_000

/**
 * Checks kept files, those first whose last check is longest ago. What fails is told and stays at its old
 * time; so that it does not stand in the way of all others, a round goes on where the last one ended.
 */
export function openRounds(
  office: Office,
  checkKept: Authenticate['checkKept'],
): (options: RoundOptions) => Promise<RoundReport> {
  const keeper = { application: 'vault', role: 'operator' } as const
  let after: readonly [us: number, identifier: string] = [-1, '']

  return async ({ most, signal }) => {
    const failed: { identifier: string; code: string }[] = []
    let sound = 0
    const rows = await oldest(office, after, most)
    for (const { identifier } of rows) {
      signal?.throwIfAborted()
      try {
        const { genuine, verdict } = await checkKept(keeper, identifier)
        if (genuine === 'yes') sound++
        else failed.push({ identifier, code: verdict })
      } catch (cause) {
        if (!(cause instanceof VaultError)) throw cause
        failed.push({ identifier, code: cause.code })
      }
    }
    const last = rows.at(-1)
    after = last && rows.length === most ? [last.checked_us, last.identifier] : [-1, '']
    return { sound, failed }
  }
}

async function oldest({ db, clock }: Office, [us, identifier]: readonly [number, string], most: number) {
  return tablesOf<VaultTables>(db.query)
    .selectFrom('vault_files')
    .select(['identifier', 'checked_us'])
    .where('checked_us', '<', microsecondsOf(clock()) - REST_US)
    .where((where) =>
      where.or([
        where('checked_us', '>', us),
        where.and([where('checked_us', '=', us), where('identifier', '>', identifier)]),
      ]),
    )
    .orderBy('checked_us')
    .orderBy('identifier')
    .limit(most)
    .execute()
}

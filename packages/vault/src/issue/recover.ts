import { VaultError } from '@licencevault/errors'
import { tablesOf } from '@licencevault/stores'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import type { Recovery } from '../vault.ts'
import type { Desk } from './desk.ts'

/** So many unfinished licences are read at a time, and finished at once. */
const STEP = 64

/**
 * Finishes every licence that is recorded and has no file, the oldest first: where a file stands, it is
 * checked and adopted; where a mark of voiding stands, the voiding is recorded. What cannot be finished is
 * told, and stays *issuing* until it can be or is made void.
 */
export async function recover(
  office: Office,
  desk: Desk,
  { signal }: { readonly signal?: AbortSignal },
): Promise<Recovery> {
  const finished: string[] = []
  const failed: { identifier: string; code: string }[] = []
  let after: readonly [number, string] = [-1, '']
  while (true) {
    signal?.throwIfAborted()
    const rows = await unfinishedAfter(office, after)
    await Promise.all(
      rows
        .filter(({ identifier }) => !desk.isUnderWay(identifier))
        .map(async ({ identifier }) => {
          try {
            await desk.finish(identifier)
            finished.push(identifier)
          } catch (cause) {
            const code = cause instanceof VaultError ? cause.code : 'unexpected'
            // A voiding that was finished is no failure.
            if (code === 'void-midway') finished.push(identifier)
            else failed.push({ identifier, code })
          }
        }),
    )
    const last = rows.at(-1)
    if (!last) return { finished, failed }
    after = [last.issued_us, last.identifier]
  }
}

async function unfinishedAfter({ db }: Office, [us, identifier]: readonly [number, string]) {
  return tablesOf<VaultTables>(db.query)
    .selectFrom('vault_licences')
    .select(['identifier', 'issued_us'])
    .where('state', '=', 'issuing')
    .where((where) =>
      where.or([
        where('issued_us', '>', us),
        where.and([where('issued_us', '=', us), where('identifier', '>', identifier)]),
      ]),
    )
    .orderBy('issued_us')
    .orderBy('identifier')
    .limit(STEP)
    .execute()
}

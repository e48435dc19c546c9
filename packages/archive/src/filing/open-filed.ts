import { tablesOf } from '@licencevault/stores'
import { error as archiveError } from '../codes.ts'
import type { Office } from '../office.ts'
import { openPackage, type Package } from '../package/open-package.ts'
import type { ArchiveTables } from '../tables.ts'
import { type Disagreement, disagreements } from './agreement.ts'
import { packageKey } from './keep-case.ts'
import type { FiledBefore } from './prepare.ts'

/** A kept package with what the register says of it. */
export interface FiledPackage extends Package {
  readonly revision: number
  /** What its tag manifest must hash to: as the ledger's entry says. */
  readonly commitment: string
  /** What does not agree between it, the register and the ledger: nothing, if all is well. Reads all of it. */
  disagreements(): Promise<readonly Disagreement[]>
  /** The package itself, a ZIP file. */
  whole(): Promise<{ readonly size: number; readonly stream: AsyncIterable<Uint8Array> }>
}

/**
 * Opens the package of a filed case.
 *
 * @param revision the latest unless told
 * @throws VaultError `case-unknown`, `package-damaged`, `blob-missing`
 */
export async function openFiled(
  office: Office,
  caseId: string,
  revision?: number,
  signal?: AbortSignal,
): Promise<FiledPackage> {
  let query = tablesOf<ArchiveTables>(office.db.query)
    .selectFrom('archive_filing')
    .select(['case_id', 'revision', 'prepared', 'answer'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'filed')
  if (revision !== undefined) query = query.where('revision', '=', revision)
  const filing = await query.orderBy('revision', 'desc').limit(1).executeTakeFirst()
  if (!filing) throw archiveError('case-unknown', { case: String(caseId).slice(0, 40) })
  const key = packageKey(office, filing)
  const info = await office.blobs.head(key, { signal })
  const opened = await openPackage(office.blobs, key, info?.size ?? 0, signal)
  const { commitment } = JSON.parse(filing.prepared) as FiledBefore
  return {
    ...opened,
    revision: filing.revision,
    commitment,
    disagreements: () =>
      disagreements(
        office,
        { package: opened, caseId, revision: filing.revision, key, commitment, answer: filing.answer },
        signal,
      ),
    async whole() {
      const { info: found, stream } = await office.blobs.open(key, { signal })
      return { size: found.size, stream }
    },
  }
}

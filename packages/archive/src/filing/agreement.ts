import { createHash } from 'node:crypto'
import { VaultError } from '@licencevault/errors'
import type { Recorded } from '@licencevault/ledger'
import { readVkey, verifyReceipt } from '@licencevault/ledger/proof'
import { tablesOf } from '@licencevault/stores'
import type { Office } from '../office.ts'
import { receiptPath } from '../package/bag.ts'
import type { Package, PackageFinding } from '../package/open-package.ts'
import type { ArchiveTables } from '../tables.ts'
import { readAnswer } from './answers.ts'

/** What does not agree inside a package, or between it, the register and the ledger. */
export interface Disagreement {
  /** Inside the package; empty for the package as a whole. */
  readonly path: string
  readonly problem:
    | PackageFinding['problem']
    | 'commitment-differs'
    | 'receipt-wrong'
    | 'differs-from-register'
    | 'differs-from-ledger'
}

/** A package and what the register says of it. */
interface Registered {
  readonly package: Package
  readonly caseId: string
  readonly revision: number
  readonly key: string
  readonly commitment: string
  /** As the row of its filing has it. */
  readonly answer: string | null
}

/**
 * Reads a package from its first byte to its last, and compares: its files with its manifests, those with the
 * register and the entry that commits to them, its receipt with that entry under the ledger's key, and the digest
 * of the whole with the register and with the entry that was made once it was kept.
 */
export async function disagreements(
  office: Office,
  registered: Registered,
  signal?: AbortSignal,
): Promise<readonly Disagreement[]> {
  const { package: found, revision, caseId } = registered
  const { findings, commitment } = await found.validate()
  const entries = await office.ledger.entriesOf(`case:${caseId}`)
  const { filed, stored } = entriesOfRevision(entries, revision)
  const digest = await digestOfWhole(office, registered.key, signal)
  const rows = await digestsInRows(office, registered)
  const told: readonly (Disagreement | false)[] = [
    (commitment !== registered.commitment || filed?.entry.digests.package !== commitment) && {
      path: 'tagmanifest-sha256.txt',
      problem: 'commitment-differs',
    },
    !(await isReceiptOf(office, found, filed)) && { path: receiptPath, problem: 'receipt-wrong' },
    rows.some((row) => row !== digest) && { path: '', problem: 'differs-from-register' },
    stored?.entry.digests.zip !== digest && { path: '', problem: 'differs-from-ledger' },
  ]
  return [...findings, ...told.filter((one) => one !== false)]
}

/** Kinds of entries that commit to a package; a case has one for each revision. */
const committing: ReadonlySet<string> = new Set(['case-filed', 'case-corrected'])

/** The entry that commits to a revision, and the one that was made once its package was kept. */
function entriesOfRevision(entries: readonly Recorded[], revision: number) {
  const commits = entries.filter(({ entry }) => committing.has(entry.kind))
  const filed = commits[revision - 1]
  const next = commits[revision]?.index ?? Number.POSITIVE_INFINITY
  const stored = entries.find(
    ({ index, entry }) => filed && entry.kind === 'case-stored' && index > filed.index && index < next,
  )
  return { filed, stored }
}

async function isReceiptOf(
  { ledger }: Office,
  found: Package,
  filed: Recorded | undefined,
): Promise<boolean> {
  try {
    const { index, entry } = await verifyReceipt(await found.tag(receiptPath), [readVkey(ledger.vkey)])
    return index === filed?.index && entry.digests.package === filed.entry.digests.package
  } catch (problem) {
    if (problem instanceof VaultError && problem.kind !== 'unavailable') return false
    throw problem
  }
}

async function digestOfWhole(
  { blobs }: Office,
  key: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const hash = createHash('sha256')
  const { stream } = await blobs.open(key, { signal })
  for await (const part of stream) hash.update(part)
  return hash.digest('hex')
}

/** What the register keeps as the digest of the package: with its filing, and with the case if it is the latest. */
async function digestsInRows(
  { db }: Office,
  { caseId, revision, answer }: Registered,
): Promise<readonly string[]> {
  const rows = tablesOf<ArchiveTables>(db.query)
  const { latest } = await rows
    .selectFrom('archive_filing')
    .select(({ fn }) => fn.max('revision').as('latest'))
    .where('case_id', '=', caseId)
    .where('state', '=', 'filed')
    .executeTakeFirstOrThrow()
  const registered = await rows
    .selectFrom('archive_case')
    .select('package_digest')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return [
    answer === null ? '' : readAnswer(answer).packageDigest,
    ...(revision === latest ? [registered?.package_digest ?? ''] : []),
  ]
}

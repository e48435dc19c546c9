import { createHash } from 'node:crypto'
import { VaultError } from '@licencevault/errors'
import type { Ticket } from '@licencevault/ledger'
import { type TransactionRows, tablesOf } from '@licencevault/stores'
import type { Tx } from '../act.ts'
import { correctCase, type Registered, registerCase } from '../cases/register-case.ts'
import type { PropertyCheck } from '../checks/run.ts'
import { error as archiveError } from '../codes.ts'
import { type Office, sha256 } from '../office.ts'
import type { Bag } from '../package/bag.ts'
import { openPackage } from '../package/open-package.ts'
import { pack } from '../package/pack.ts'
import type { TraceStep } from '../retention/explain.ts'
import type { ArchiveTables } from '../tables.ts'
import { readAnswer, writeAnswer } from './answers.ts'
import { settleFiled } from './exceptions.ts'
import { bagOf, type FiledBefore, type Made, type Prepared } from './prepare.ts'
import type { RecordedCase } from './record-case.ts'
import type { SpooledFile } from './spool.ts'
import type { FilingRow } from './tables.ts'
import { type Together, together } from './together.ts'

/** A filed case, as its filer is told of it. */
export interface Filed {
  readonly caseId: string
  /** 1, and one more with each correction. */
  readonly revision: number
  readonly archivalNumber: string
  readonly retention: string
  /** First day on which it may be appraised; `null` where it never falls due or nobody can tell yet. */
  readonly dueOn: string | null
  /** How that was reached. */
  readonly trace: readonly TraceStep[]
  readonly filedOn: string
  /** SHA-256 of the package, lower-case hex, and its size in bytes. */
  readonly packageDigest: string
  readonly packageSize: number
  /** Index in the ledger of the entry that commits to it. */
  readonly index: number
  readonly checks: readonly PropertyCheck[]
}

/**
 * Carries a recorded case to its end: entry under a signed checkpoint, package with the receipt under its
 * key, register and second entry in one transaction. Each step finds what an earlier try left and goes on.
 */
export async function keepCase(
  office: Office,
  registering: RegisterTogether,
  { filing, made }: RecordedCase,
  files: readonly SpooledFile[],
): Promise<Filed> {
  const { prepared, bag } = made ?? remade(filing, files)
  const [entry] = await office.ledger.settle([filing.ticket])
  if (!entry) throw archiveError('case-unknown', { case: filing.case_id })
  const kept = await keepPackage(office, filing, bag, await office.ledger.receipt(entry))
  return register(office, registering, { filing, prepared, kept: { ...kept, index: entry.index } })
}

/** From the row of an earlier try, and the files that were sent again. */
function remade({ prepared: text }: FilingRow, files: readonly SpooledFile[]): Made {
  const prepared = JSON.parse(text) as Prepared
  const bag = bagOf(prepared, files)
  if (bag.commitment !== prepared.commitment)
    throw archiveError('document-altered', { digest: prepared.commitment })
  return { prepared, bag }
}

/**
 * Carries a case to its end whose package an earlier process kept.
 *
 * @throws VaultError `document-altered` when what stands there is not what the entry commits to
 */
export async function adoptCase(
  office: Office,
  registering: RegisterTogether,
  filing: FilingRow,
  signal?: AbortSignal,
): Promise<Filed> {
  const prepared = JSON.parse(filing.prepared) as Prepared
  const [entry] = await office.ledger.settle([filing.ticket], { signal })
  const kept = await adopt(office, packageKey(office, filing), prepared.commitment, signal)
  return register(office, registering, { filing, prepared, kept: { ...kept, index: entry?.index ?? -1 } })
}

/** Where the package of a case lies; each correction has its own. */
export function packageKey(
  { keys }: Office,
  { case_id, revision }: Pick<FilingRow, 'case_id' | 'revision'>,
): string {
  return keys.case(revision === 1 ? case_id : `${case_id}.${revision}`)
}

interface Kept {
  readonly digest: string
  readonly size: number
}

async function keepPackage(office: Office, filing: FilingRow, bag: Bag, receipt: Uint8Array): Promise<Kept> {
  const { blobs } = office
  const key = packageKey(office, filing)
  const { size, stream } = await pack(bag, receipt)
  const hash = createHash('sha256')
  try {
    await blobs.put(key, { size, stream: hashed(stream, hash) }, { ifAbsent: true })
    return { size, digest: hash.digest('hex') }
  } catch (problem) {
    if (!(problem instanceof VaultError && problem.code === 'blob-exists')) throw problem
    return adopt(office, key, bag.commitment, undefined)
  }
}

/** An earlier try put it: it is read through once, and stands if it is what the entry commits to. */
async function adopt(
  { blobs }: Office,
  key: string,
  commitment: string,
  signal: AbortSignal | undefined,
): Promise<Kept> {
  const info = await blobs.head(key, { signal })
  const size = info?.size ?? 0
  const found = await openPackage(blobs, key, size, signal)
  try {
    const validation = await found.validate()
    if (validation.findings.length > 0 || validation.commitment !== commitment)
      throw archiveError('document-altered', { digest: commitment })
  } finally {
    found.close()
  }
  const hash = createHash('sha256')
  const { stream } = await blobs.open(key, { signal })
  for await (const part of stream) hash.update(part)
  return { size, digest: hash.digest('hex') }
}

async function* hashed(
  stream: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const part of stream) {
    hash.update(part)
    yield part
  }
}

interface ToRegister {
  readonly filing: FilingRow
  readonly prepared: Prepared
  readonly kept: Kept & { readonly index: number }
}

interface RegisteredCase {
  readonly answer: Filed
  readonly tickets: readonly Ticket[]
}

/** Cases that come at once share a transaction: a commit costs as much as all the rest. */
const mostAtOnce = 64

export type RegisterTogether = Together<ToRegister, RegisteredCase>

export function registerTogether(office: Office): RegisterTogether {
  return together<ToRegister, RegisteredCase>(
    (all) =>
      office.db.transaction(async (rows) => {
        const outcomes: { readonly value: RegisteredCase }[] = []
        // What goes wrong here has written rows already: then all is undone, and done again one by one.
        for (const one of all) outcomes.push({ value: await registerIn(rows, office, one) })
        return outcomes
      }),
    mostAtOnce,
  )
}

async function register(office: Office, together: RegisterTogether, one: ToRegister): Promise<Filed> {
  const { answer, tickets } = await together.do(one)
  await office.ledger.settle(tickets)
  return answer
}

async function registerIn(rows: TransactionRows, office: Office, one: ToRegister): Promise<RegisteredCase> {
  const tx = tablesOf<ArchiveTables>(rows)
  const { filing, prepared, kept } = one
  const standing = await tx
    .selectFrom('archive_filing')
    .select(['answer', 'state'])
    .where('case_id', '=', filing.case_id)
    .where('revision', '=', filing.revision)
    .forUpdate()
    .executeTakeFirstOrThrow()
  // Another process carried the same request to its end.
  if (standing.answer !== null) return { answer: readAnswer(standing.answer), tickets: [] }
  if (standing.state === 'void') throw archiveError('case-unknown', { case: filing.case_id })
  const answer = await putInRegister(tx, office, one)
  const { application, request_id } = filing
  const tickets = await office.ledger.propose(rows, [
    {
      kind: 'case-stored',
      subject: `case:${filing.case_id}`,
      effectiveFrom: prepared.filed.filed_on,
      authority: filing.office,
      digests: { zip: kept.digest },
      actor: { application, role: 'filer' },
      request: sha256(`${application}\0${request_id}`),
    },
  ])
  return { answer, tickets }
}

/**
 * Writes the rows of a case whose package is kept: in the register, in its filing, on the list of exceptions.
 *
 * @param write how it comes into the register; by its revision unless told
 */
export async function putInRegister(
  tx: Tx,
  { keepWhileInForce }: Office,
  { filing, prepared, kept: { digest, size, index } }: ToRegister,
  write = filing.revision === 1 ? registerCase : correctCase,
): Promise<Filed> {
  const filed = { ...prepared.filed, package_digest: digest, package_size: size }
  const registered = await write(tx, filed, keepWhileInForce)
  const answer = answerFrom(registered, filing, prepared, index)
  await tx
    .updateTable('archive_filing')
    .set({ state: 'filed', prepared: JSON.stringify(remaining(prepared)), answer: writeAnswer(answer) })
    .where('case_id', '=', filing.case_id)
    .where('revision', '=', filing.revision)
    .execute()
  await settleFiled(tx, { ...registered.row, allowed_until: prepared.allowedUntil }, filing.begun_us)
  return answer
}

/** What is asked for once the package, which has all of it, is kept. */
function remaining({ commitment, filed: { archival_number } }: Prepared): FiledBefore {
  return { commitment, filed: { archival_number } }
}

function answerFrom(
  { row, retention }: Registered,
  { case_id, revision }: FilingRow,
  { checks }: Prepared,
  index: number,
): Filed {
  return {
    caseId: case_id,
    revision,
    archivalNumber: row.archival_number,
    retention: retention.retention,
    dueOn: retention.dueOn,
    trace: retention.trace,
    filedOn: row.filed_on,
    packageDigest: row.package_digest,
    packageSize: row.package_size,
    index,
    checks,
  }
}

import { randomBytes } from 'node:crypto'
import { type TransactionRows, tablesOf } from '@licencevault/stores'
import type { Tx } from '../act.ts'
import { microseconds, type Office, sha256 } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import { linkOf, readArchivalNumber } from './archival-number.ts'
import { besideOf } from './beside.ts'
import { error } from './codes.ts'
import { noteException } from './exceptions.ts'
import { type Asked, findFiling, latestFiling } from './find-filing.ts'
import { type NumberedSet, recordedEvents, setOf } from './numbered-set.ts'
import {
  type Dossier,
  type Examined,
  FILING_FORMAT,
  type FiledBefore,
  type FilingNote,
  type Made,
  numberOf,
  type Placing,
  type Prepared,
  prepare,
} from './prepare.ts'
import { scheduleFor } from './schedule-for.ts'
import { scopeOf } from './scope.ts'
import type { FilingRow } from './tables.ts'
import { type Settled, settled, type Together, together } from './together.ts'

/** A case that is to be recorded. */
interface ToRecord {
  readonly asked: Asked
  readonly dossier: Examined
  readonly caseId: string
  readonly begunUs: number
}

/** A recorded case: its row, and what it was made to just now; a request sent again comes without. */
export interface RecordedCase {
  readonly filing: FilingRow
  readonly made?: Made
}

type Outcome = RecordedCase | { readonly failed: Prepared['checks'] }

/** Cases that come at once share a transaction: a commit costs as much as all the rest. */
const mostAtOnce = 64

/** Records cases, many together; see {@link recordCase}. */
export type RecordTogether = Together<ToRecord, Outcome>

export function recordTogether(office: Office): RecordTogether {
  return together<ToRecord, Outcome>(
    (all) =>
      office.db.transaction(async (rows) => {
        const outcomes: Settled<Outcome>[] = []
        for (const one of all) outcomes.push(await recordIn(rows, office, one))
        return outcomes
      }),
    mostAtOnce,
  )
}

/**
 * Gives a case its archival number, checks it, and proposes the entry that commits to its package: all or
 * nothing, in one transaction. A case that does not pass is refused and stands on the exception list.
 *
 * @throws VaultError `case-refused`, and what `findFiling` throws
 */
export async function recordCase(
  office: Office,
  record: RecordTogether,
  asked: Asked,
  dossier: Examined,
): Promise<RecordedCase> {
  // Outside the transaction, which may run again.
  const result = await record.do({
    ...{ asked, dossier, caseId: randomBytes(16).toString('hex') },
    begunUs: microseconds(office),
  })
  if ('filing' in result) return result
  await office.db.transaction((rows) =>
    noteException(tablesOf<ArchiveTables>(rows), dossier.order, dossier.item, {
      kind: 'failed',
      reason: 'case-refused',
      now: microseconds(office),
    }),
  )
  // The sentence that they stand in has its own full stop.
  const told = (language: 'en' | 'zh') =>
    result.failed
      .map(({ code, remark }) => `${code} ${remark?.[language] ?? ''}`.trim())
      .join(' ')
      .replace(/[.。]$/, '')
  throw error('case-refused', { findings: told('en'), findingsZh: told('zh') })
}

/** What stands already, what does not pass, or what is to be written. */
type Looked =
  | Outcome
  | {
      readonly dossier: Dossier
      readonly ready: Made
      readonly placing: Placing
      readonly revision: number
    }

/** Writes nothing: whoever is refused here leaves no row for the others to commit. */
async function look(
  tx: Tx,
  office: Office,
  { asked, dossier: examined, caseId, begunUs }: ToRecord,
): Promise<Looked> {
  const begun = await findFiling(tx, asked)
  if (begun) return { filing: begun }
  const standing = await asItStands(tx, asked, examined)
  const recorded = asked.correction === undefined ? {} : await recordedEvents(tx, asked.order)
  const dossier = { ...standing, set: await setOf(tx, office, standing, recorded) }
  const { placing, revision } = await placingOf(tx, asked, dossier, caseId)
  const registered = await besideOf(tx, asked.order, numberOf(dossier, placing), placing.caseId)
  const ready = prepare(dossier, placing, registered, noteOf(asked, begunUs))
  const failed = ready.prepared.checks.filter(({ outcome }) => outcome === 'failed')
  return failed.length > 0 ? { failed } : { dossier, ready, placing, revision }
}

/** A decision may have put the case under another schedule since its correction was examined. */
async function asItStands(tx: Tx, asked: Asked, dossier: Examined): Promise<Examined> {
  if (asked.correction === undefined) return dossier
  const { order, item } = dossier
  const schedule = await scheduleFor(tx, asked, dossier.filedOn)
  return { ...dossier, schedule, scope: scopeOf(item, schedule.schedule, order) }
}

function noteOf({ caller, requestId, order, orderDigest, correction }: Asked, begunUs: number): FilingNote {
  return {
    format: FILING_FORMAT,
    application: caller.application,
    request: requestId,
    order: orderDigest,
    correction: correction ?? null,
    events: order.events,
    begunUs,
  }
}

async function recordIn(rows: TransactionRows, office: Office, one: ToRecord): Promise<Settled<Outcome>> {
  const tx = tablesOf<ArchiveTables>(rows)
  const looked = await settled(() => look(tx, office, one))
  if ('problem' in looked) return looked
  const { value } = looked
  if (!('ready' in value)) return { value }
  const { asked } = one
  const { dossier, ready, placing, revision } = value
  const { prepared } = ready
  if (revision === 1) await countNumber(tx, dossier.set, placing.number)
  const [ticket = -1] = await office.ledger.propose(rows, [draftOf(asked, dossier, prepared)])
  return { value: { filing: await insert(tx, asked, { prepared, revision, ticket }), made: ready } }
}

async function placingOf(
  tx: Tx,
  { correction, order }: Asked,
  dossier: Dossier,
  caseId: string,
): Promise<{ placing: Placing; revision: number }> {
  const before = correction === undefined ? undefined : await latestFiling(tx, order)
  if (before) {
    const { filed } = JSON.parse(before.prepared) as FiledBefore
    const number = readArchivalNumber(filed.archival_number)?.number ?? 0
    const kept = { archivalNumber: filed.archival_number, number }
    const revision = 1 + (await lastRevision(tx, before.case_id))
    return { placing: { caseId: before.case_id, ...kept }, revision }
  }
  const last = await lastNumber(tx, dossier.set)
  return { placing: { caseId, number: last + 1 }, revision: 1 }
}

/** One that came to nothing has its number too: the ledger has its entry. */
async function lastRevision(tx: Tx, caseId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('archive_filing')
    .select(({ fn }) => fn.max('revision').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return last
}

async function lastNumber(tx: Tx, set: NumberedSet): Promise<number> {
  const { fonds, class: category, year, retention } = set
  const row = await tx
    .selectFrom('archive_number')
    .select('last')
    .where('fonds', '=', fonds)
    .where('class', '=', category)
    .where('year', '=', year)
    .where('retention', '=', retention)
    .forUpdate()
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Notes how far the numbers of a set are given. */
export async function countNumber(tx: Tx, set: NumberedSet, last: number): Promise<void> {
  await tx
    .insertInto('archive_number')
    .values({ ...set, last })
    .onConflict((conflict) => conflict.columns(['fonds', 'class', 'year', 'retention']).doUpdateSet({ last }))
    .execute()
}

/** Links that one entry holds beside the archival number. */
const mostLicences = 15

function draftOf({ caller, requestId, order, correction }: Asked, dossier: Dossier, prepared: Prepared) {
  const licences = order.licences.slice(0, mostLicences)
  return {
    kind: correction === undefined ? 'case-filed' : 'case-corrected',
    subject: `case:${prepared.caseId}`,
    effectiveFrom: dossier.filedOn,
    authority: order.office.code,
    // The reason of a correction is in the package: a digest of a few words by itself could be guessed.
    digests: { package: prepared.commitment },
    links: {
      number: linkOf(prepared.filed.archival_number),
      ...Object.fromEntries(licences.map((identifier, index) => [`licence-${index + 1}`, identifier])),
    },
    actor: { application: caller.application, role: caller.role },
    request: sha256(`${caller.application}\0${requestId}`),
  }
}

interface Numbered {
  readonly prepared: Prepared
  readonly revision: number
  readonly ticket: number
}

async function insert(
  tx: Tx,
  { caller, requestId, order, orderDigest, digest }: Asked,
  { prepared, revision, ticket }: Numbered,
): Promise<FilingRow> {
  const { application } = caller
  const request = { application, request_id: requestId }
  const row: FilingRow = {
    case_id: prepared.caseId,
    revision,
    state: 'filing',
    ...request,
    office: order.office.code,
    case_number: order.caseNumber,
    order_digest: orderDigest,
    ticket,
    prepared: JSON.stringify(prepared),
    answer: null,
    begun_us: prepared.filing.begunUs,
  }
  await tx.insertInto('archive_filing').values(row).execute()
  await tx
    .insertInto('archive_request')
    .values({ ...request, digest, answer: '{}', tickets: JSON.stringify([ticket]) })
    .execute()
  return row
}

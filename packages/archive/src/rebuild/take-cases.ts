import { lostRequest } from '../act.ts'
import { itemByVersion } from '../cases/case-facts.ts'
import { correctCase, redecide, registerCase } from '../cases/register-case.ts'
import { readLink } from '../filing/archival-number.ts'
import { allowedUntil } from '../filing/exceptions.ts'
import { filingDigest } from '../filing/find-filing.ts'
import { packageKey, putInRegister } from '../filing/keep-case.ts'
import { filedOf, type Prepared } from '../filing/prepare.ts'
import { countNumber } from '../filing/record-case.ts'
import type { FilingRow } from '../filing/tables.ts'
import { damagedFiles, type FoundPackage, type PackageWords } from './read-package.ts'
import { nameIn, noteDamage, placeIn, recordedUs, type Taking, type Told, ticketOf } from './taking.ts'

/** A case begins as one that is being filed, with what its package says, or with nothing where there is none. */
export async function takeFiled(taking: Taking, told: Told): Promise<void> {
  const { tx } = taking
  const { recorded, found } = told
  const { links, kind } = recorded.entry
  const set = readLink(links?.number ?? '')
  if (set && kind === 'case-filed') {
    const { number, ...rest } = set
    await countNumber(tx, rest, number)
  }
  const row = await filingRow(taking, told)
  await tx.insertInto('archive_filing').values(row).execute()
  if (!found?.words) return
  const { application, request_id, order_digest } = row
  const digest = filingDigest(order_digest, found.words.filing.correction)
  const tickets = JSON.stringify([ticketOf(recorded)])
  await tx
    .insertInto('archive_request')
    .values({ application, request_id, digest, answer: '{}', tickets })
    .execute()
}

async function filingRow(taking: Taking, told: Told): Promise<FilingRow> {
  const { recorded, found } = told
  const { entry } = recorded
  const case_id = nameIn(recorded)
  const common = {
    case_id,
    revision: found?.revision ?? 1,
    state: 'filing',
    application: entry.actor.application,
    office: entry.authority,
    ticket: ticketOf(recorded),
    answer: null,
  } as const
  if (!found?.words) {
    return {
      ...common,
      request_id: lostRequest(entry.request ?? ''),
      // Nobody's number, so that the case may be filed anew.
      case_number: lostRequest(case_id),
      order_digest: '',
      prepared: '',
      begun_us: recordedUs(recorded),
    }
  }
  const prepared = await preparedFrom(taking, found.words, entry.digests.package ?? '')
  const { filing, filed } = prepared
  const place = placeIn(told)
  const both = taking.both.has(place)
  if (both) taking.ready.set(place, prepared)
  return {
    ...common,
    request_id: filing.request,
    case_number: filed.case_number,
    order_digest: filing.order,
    prepared: both ? '{}' : JSON.stringify(prepared),
    begun_us: filing.begunUs,
  }
}

async function preparedFrom({ tx }: Taking, words: PackageWords, commitment: string): Promise<Prepared> {
  const { record, schedule, checks, filing } = words
  const filed = filedOf(record, schedule, filing.events)
  const item = await itemByVersion(tx, filed.item, filed.item_version)
  return {
    caseId: filed.case_id,
    record,
    checks,
    schedule,
    filing,
    filed,
    commitment,
    allowedUntil: allowedUntil({ closedOn: filed.closed_on }, item),
  }
}

/** The case comes into the register; one whose package says nothing is lost, and named. */
export async function takeStored(taking: Taking, told: Told): Promise<void> {
  const { tx, office } = taking
  const { recorded, found } = told
  const filing = await underWay(taking, recorded)
  if (!filing || !found) return
  if (filing.prepared === '') {
    await setState(taking, filing, 'lost')
    await noteDamage(taking, recorded, found.trouble ?? 'document-altered')
    return
  }
  const digest = recorded.entry.digests.zip ?? ''
  const prepared = taking.ready.get(placeIn(told)) ?? (JSON.parse(filing.prepared) as Prepared)
  const kept = { digest, size: found.size, index: -1 - filing.ticket }
  const registered = await caseRow(taking, filing.case_id)
  // A correction outlives a first package that is lost.
  await putInRegister(tx, office, { filing, prepared, kept }, registered ? correctCase : registerCase)
  if (found.digest !== digest) await nameDamage(taking, recorded, filing, found)
}

async function nameDamage(
  taking: Taking,
  recorded: Told['recorded'],
  filing: FilingRow,
  { size }: FoundPackage,
): Promise<void> {
  const paths = await damagedFiles(taking.office, packageKey(taking.office, filing), size, taking.signal)
  await noteDamage(taking, recorded, 'document-altered', paths.length > 0 ? paths : [''])
}

export async function takeVoid(taking: Taking, { recorded }: Told): Promise<void> {
  const filing = await underWay(taking, recorded)
  if (!filing) return
  await setState(taking, filing, 'void')
  await taking.tx
    .deleteFrom('archive_request')
    .where('application', '=', filing.application)
    .where('request_id', '=', filing.request_id)
    .execute()
}

export async function takeEvent({ tx, office }: Taking, { recorded }: Told): Promise<void> {
  const { links, effectiveFrom: happened_on } = recorded.entry
  const before = await tx
    .selectFrom('archive_case')
    .selectAll()
    .where('case_id', '=', nameIn(recorded))
    .executeTakeFirst()
  if (!before) return
  await tx
    .insertInto('archive_case_event')
    .values({ case_row: before.id, event: links?.event ?? '', happened_on, recorded: 1 })
    .onConflict((conflict) =>
      conflict.columns(['case_row', 'event']).doUpdateSet({ happened_on, recorded: 1 }),
    )
    .execute()
  await redecide(tx, before.id, office.keepWhileInForce, before)
}

/** What of the case is being filed: one at a time. */
async function underWay({ tx }: Taking, recorded: Told['recorded']): Promise<FilingRow | undefined> {
  return tx
    .selectFrom('archive_filing')
    .selectAll()
    .where('case_id', '=', nameIn(recorded))
    .where('state', '=', 'filing')
    .executeTakeFirst()
}

async function caseRow({ tx }: Taking, caseId: string) {
  return tx.selectFrom('archive_case').select('id').where('case_id', '=', caseId).executeTakeFirst()
}

async function setState(
  { tx }: Taking,
  { case_id, revision }: FilingRow,
  state: FilingRow['state'],
): Promise<void> {
  await tx
    .updateTable('archive_filing')
    .set({ state })
    .where('case_id', '=', case_id)
    .where('revision', '=', revision)
    .execute()
}

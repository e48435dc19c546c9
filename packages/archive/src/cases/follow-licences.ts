import type { Recorded } from '@licencevault/ledger'
import { tablesOf } from '@licencevault/stores'
import type { Tx } from '../act.ts'
import type { Office } from '../office.ts'
import { dayIn } from '../retention/civil-day.ts'
import type { ArchiveTables, LicenceRow } from '../tables.ts'
import { redecide } from './register-case.ts'

/** Of the cursor's row. */
export const LICENCES = 'licences'
/** Entries read before a transaction takes them in. */
const AT_ONCE = 500

/** What an entry of this kind does to a licence's life. Whatever is not here does nothing to it. */
const kinds: Readonly<Record<string, 'begins' | 'ends' | 'succeeded' | 'corrected'>> = {
  issued: 'begins',
  void: 'ends',
  revoke: 'ends',
  rescind: 'ends',
  cancel: 'ends',
  withdraw: 'ends',
  mark: 'ends',
  replace: 'succeeded',
  renew: 'succeeded',
  reissue: 'succeeded',
  correct: 'corrected',
}

/** States set by a correction in which the licence lives. */
const alive: ReadonlySet<string> = new Set(['valid', 'suspended'])

/**
 * Reads the ledger from where it stopped and takes in what became of licences: cases whose term starts with a
 * licence's end, or that are kept while it is in force, are decided anew. Several may run; each entry is taken
 * in once, for the cursor moves in the transaction that takes it in.
 *
 * @returns how many entries were read
 */
export async function followLicences(
  office: Office,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  let read = 0
  for (;;) {
    signal?.throwIfAborted()
    const after = await placeOf(office)
    const entries: Recorded[] = []
    for await (const entry of office.ledger.entries({
      limit: AT_ONCE,
      ...(after >= 0 && { after }),
      ...(signal && { signal }),
    })) {
      entries.push(entry)
    }
    const last = entries.at(-1)
    if (!last) return read
    const validities = await validitiesOf(office, entries)
    const taken = await office.db.transaction((rows) =>
      takeIn(tablesOf<ArchiveTables>(rows), office, { after, entries, validities }),
    )
    if (taken) read += entries.length
  }
}

async function placeOf({ db }: Office): Promise<number> {
  const row = await tablesOf<ArchiveTables>(db.query)
    .selectFrom('archive_follower')
    .select('after_index')
    .where('name', '=', LICENCES)
    .executeTakeFirst()
  return row?.after_index ?? -1
}

interface Batch {
  readonly after: number
  readonly entries: readonly Recorded[]
  /** What was told of validities, by identifier. */
  readonly validities: ReadonlyMap<string, string | null | undefined>
}

/** Whether an entry tells something of a licence's life. */
export const tellsOfLicence = ({ entry: { kind } }: Recorded): boolean => Object.hasOwn(kinds, kind)

/** Asks for the validity of licences whose issue the entries tell without an end. */
export async function validitiesOf(
  { validityOf }: Office,
  entries: readonly Recorded[],
): Promise<Batch['validities']> {
  const validities = new Map<string, string | null | undefined>()
  if (!validityOf) return validities
  for (const { entry } of entries) {
    if (kinds[entry.kind] !== 'begins' || entry.effectiveTo !== null) continue
    validities.set(entry.subject, await validityOf(entry.subject))
  }
  return validities
}

/** False where another reader has taken them in meanwhile. */
async function takeIn(tx: Tx, office: Office, { after, entries, validities }: Batch): Promise<boolean> {
  const index = entries.at(-1)?.index ?? after
  const moved =
    after < 0
      ? await tx
          .insertInto('archive_follower')
          .values({ name: LICENCES, after_index: index })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst()
      : await tx
          .updateTable('archive_follower')
          .set({ after_index: index })
          .where('name', '=', LICENCES)
          .where('after_index', '=', after)
          .executeTakeFirst()
  const count = 'numUpdatedRows' in moved ? moved.numUpdatedRows : moved.numInsertedOrUpdatedRows
  if (!count) return false
  await takeInLives(tx, office, entries, validities)
  return true
}

/** Writes what entries tell of licences, and decides their cases anew. */
export async function takeInLives(
  tx: Tx,
  office: Office,
  entries: readonly Recorded[],
  validities: Batch['validities'],
): Promise<void> {
  const touched = new Set<string>()
  for (const { entry } of entries) {
    const change = kinds[entry.kind]
    if (change === undefined) continue
    const known = await tx
      .selectFrom('archive_licence')
      .selectAll()
      .where('identifier', '=', entry.subject)
      .executeTakeFirst()
    const row = changed(known, entry, change, { zone: office.zone, told: validities.get(entry.subject) })
    await tx
      .insertInto('archive_licence')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('identifier').doUpdateSet({
          known: row.known,
          valid_until: row.valid_until,
          ended_on: row.ended_on,
          successor: row.successor,
        }),
      )
      .execute()
    touched.add(entry.subject)
  }
  await redecideCasesOf(tx, office, touched)
}

function changed(
  known: LicenceRow | undefined,
  { subject, effectiveFrom, effectiveTo, links }: Recorded['entry'],
  change: 'begins' | 'ends' | 'succeeded' | 'corrected',
  { zone, told }: { readonly zone: string; readonly told: string | null | undefined },
): LicenceRow {
  const row = known ?? { identifier: subject, known: 0, valid_until: null, ended_on: null, successor: null }
  switch (change) {
    case 'begins':
      return {
        ...row,
        known: 1,
        valid_until: untilOf(effectiveTo, told, zone) ?? row.valid_until,
      }
    case 'ends':
      return { ...row, known: 1, ended_on: dayBefore(effectiveFrom, zone) }
    case 'succeeded':
      return { ...row, known: 1, successor: links?.successor ?? row.successor }
    case 'corrected':
      return alive.has(links?.state ?? '')
        ? { ...row, known: 1, ended_on: null, successor: null }
        : { ...row, known: 1, ended_on: dayBefore(effectiveFrom, zone) }
  }
}

/** Empty text for no end; `undefined` where neither the entry nor anybody else told. */
function untilOf(effectiveTo: string | null, told: string | null | undefined, zone: string) {
  if (effectiveTo !== null) return dayOf(effectiveTo, zone)
  return told === null ? '' : told
}

const dayOf = (time: string, zone: string) => (time.includes('T') ? dayIn(zone, new Date(time)) : time)

/** The last day in force of a licence that ends at a moment: the day before, where it ends as a day begins. */
function dayBefore(time: string, zone: string): string {
  if (!time.includes('T')) return Temporal.PlainDate.from(time).subtract({ days: 1 }).toString()
  return dayIn(zone, new Date(new Date(time).getTime() - 1))
}

/** Decides the cases of these licences anew, and of those that they succeeded. */
async function redecideCasesOf(tx: Tx, office: Office, identifiers: ReadonlySet<string>): Promise<void> {
  const all = new Set(identifiers)
  let asked = [...identifiers]
  while (asked.length > 0) {
    const before = await tx
      .selectFrom('archive_licence')
      .select('identifier')
      .where('successor', 'in', asked)
      .execute()
    asked = before.map(({ identifier }) => identifier).filter((identifier) => !all.has(identifier))
    for (const identifier of asked) all.add(identifier)
  }
  if (all.size === 0) return
  const cases = await tx
    .selectFrom('archive_case_licence as l')
    .innerJoin('archive_case as c', 'c.id', 'l.case_row')
    .selectAll('c')
    .distinct()
    .where('l.identifier', 'in', [...all])
    .execute()
  for (const row of cases) await redecide(tx, row.id, office.keepWhileInForce, row)
}

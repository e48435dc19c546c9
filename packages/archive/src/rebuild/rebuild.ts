import type { Recorded } from '@licencevault/ledger'
import { tablesOf } from '@licencevault/stores'
import { sql } from 'kysely'
import { LICENCES, takeInLives, tellsOfLicence, validitiesOf } from '../cases/follow-licences.ts'
import { voidFiling } from '../filing/recover-filings.ts'
import type { Office } from '../office.ts'
import type { ArchiveTables } from '../tables.ts'
import { error } from './codes.ts'
import { documentReader } from './documents-of.ts'
import { takeIn } from './take-in.ts'
import { placeIn, type Taking, type Told } from './taking.ts'
import { isOlder, placeOf, REBUILD, setPlace } from './whole.ts'

export interface RebuiltArchive {
  /** Entries of the ledger that were read now. */
  readonly entries: number
  /** Ids of cases that were recorded and have no package: they were never acknowledged, and are void now. */
  readonly voided: readonly string[]
  /** How many things that entries name are lost or altered, and the first thousand of them. */
  readonly damages: { readonly count: number; readonly first: readonly ArchiveDamage[] }
}

/** Something that an entry names and that is not there as it was. */
export interface ArchiveDamage {
  /** Of the entry. */
  readonly index: number
  /** Such as `case:…`. */
  readonly subject: string
  /** What is wrong, by its word. */
  readonly code: string
  /** File inside the package; empty for the whole of what the entry names. */
  readonly path: string
}

/** Entries whose rows come with one transaction. */
const PAGE = 64
const MOST_DAMAGES = 1000

/**
 * Brings an archive back into an empty database, from the documents alone. What is cut short goes on when it
 * is called again.
 */
export async function rebuild(
  office: Office,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<RebuiltArchive> {
  const { ledger, db } = office
  await begin(office)
  if (await isOlder(office)) await ledger.rebuild({ signal })
  const documents = documentReader(office, signal)
  const after = (await placeOf(office, REBUILD.position)) ?? -1
  let entries = 0
  for await (const page of pagesOf(ledger.entries({ after, signal }))) {
    const told = new Map((await documents.page(page)).map((one) => [one.recorded, one]))
    const validities = await validitiesOf(office, page)
    await db.transaction(async (rows) => {
      const both = begunAndStored(told.values())
      const taking = { office, tx: tablesOf<ArchiveTables>(rows), signal, both, ready: new Map() }
      await takePage(taking, page, { told, validities })
      await setPlace(taking.tx, REBUILD.position, page.at(-1)?.index ?? after)
    })
    entries += page.length
  }
  const voided = await voidUnfinished(office, signal)
  await end(office)
  return { entries, voided, damages: await damagesIn(office) }
}

/** Throws VaultError `archive-not-empty` where rows stand that no rebuilding wrote. */
async function begin(office: Office): Promise<void> {
  if ((await placeOf(office, REBUILD.position)) !== undefined) return
  const query = tablesOf<ArchiveTables>(office.db.query)
  for (const table of ['archive_item', 'archive_request', 'archive_filing', 'archive_use'] as const) {
    const rows = await query.selectFrom(table).select(sql<number>`1`.as('one')).limit(1).execute()
    if (rows.length > 0) throw error('archive-not-empty')
  }
  await office.db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    // A reader of the ledger may have run over the empty tables.
    await tx.deleteFrom('archive_licence').execute()
    await tx.deleteFrom('archive_follower').execute()
    await setPlace(tx, REBUILD.position, -1)
  })
}

interface Page {
  readonly told: ReadonlyMap<Recorded, Told>
  readonly validities: Awaited<ReturnType<typeof validitiesOf>>
}

function begunAndStored(told: Iterable<Told>): ReadonlySet<string> {
  const begun = new Set<string>()
  const both = new Set<string>()
  for (const one of told) {
    if (one.found && one.recorded.entry.kind !== 'case-stored') begun.add(placeIn(one))
    else if (one.found && begun.has(placeIn(one))) both.add(placeIn(one))
  }
  return both
}

/** In the order of the ledger; entries about licences that follow one another are taken in together. */
async function takePage(
  taking: Taking,
  page: readonly Recorded[],
  { told, validities }: Page,
): Promise<void> {
  let lives: Recorded[] = []
  const takeLives = async () => {
    if (lives.length > 0) await takeInLives(taking.tx, taking.office, lives, validities)
    lives = []
  }
  for (const recorded of page) {
    const own = told.get(recorded)
    if (own) {
      await takeLives()
      await takeIn(taking, own)
    } else if (tellsOfLicence(recorded)) lives.push(recorded)
  }
  await takeLives()
}

async function* pagesOf(entries: AsyncIterable<Recorded>): AsyncGenerator<readonly Recorded[]> {
  let page: Recorded[] = []
  for await (const entry of entries) {
    page.push(entry)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Of what is under way and has a package the filing is carried on, as after any crash. */
async function voidUnfinished(office: Office, signal: AbortSignal | undefined): Promise<readonly string[]> {
  const left = await tablesOf<ArchiveTables>(office.db.query)
    .selectFrom('archive_filing')
    .selectAll()
    .where('state', '=', 'filing')
    .where('prepared', '=', '')
    .orderBy('case_id')
    .execute()
  for (const filing of left) {
    signal?.throwIfAborted()
    await voidFiling(office, filing)
  }
  return left.map(({ case_id }) => case_id)
}

async function end(office: Office): Promise<void> {
  const position = (await placeOf(office, REBUILD.position)) ?? -1
  await office.db.transaction(async (rows) => {
    const tx = tablesOf<ArchiveTables>(rows)
    if (office.db.dialect === 'postgres') {
      // Numbers are given on from the last one that came back.
      await sql`select setval(pg_get_serial_sequence('archive_use', 'id'),
        (select coalesce(max(id), 0) + 1 from archive_use), false)`.execute(tx)
    }
    await tx.deleteFrom('archive_follower').where('name', '=', REBUILD.position).execute()
    await setPlace(tx, REBUILD.done, position)
    if (position >= 0) await setPlace(tx, LICENCES, position)
  })
}

async function damagesIn({ db }: Office): Promise<RebuiltArchive['damages']> {
  const query = tablesOf<ArchiveTables>(db.query).selectFrom('archive_damage')
  const { count } = await query
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const first = await query.selectAll().orderBy('idx').orderBy('path').limit(MOST_DAMAGES).execute()
  return {
    count: Number(count),
    first: first.map(({ idx: index, subject, code, path }) => ({ index, subject, code, path })),
  }
}

import { VaultError } from '@licencevault/errors'
import { readUnverifiedCms } from '@licencevault/signing'
import { tablesOf } from '@licencevault/stores'
import {
  type ListedLedger,
  openTrust,
  readAuthorityList,
  sealAuthorityList,
  type Trust,
} from '@licencevault/verify'
import { once } from '../act.ts'
import type { Caller } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, readDocument, sha256 } from '../documents.ts'
import { requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import { claimOf, requestDigest } from '../requests.ts'
import type { ListRow, VaultTables } from '../tables.ts'
import { instant } from '../times.ts'
import { allAuthorities, recordOf } from './authorities.ts'
import type { ListWanted, PublishedList } from './room.ts'

const SUBJECT = 'authority-list'
/** So often two publishers may take each other's number before one of them is told. */
const ATTEMPTS = 5
/** For so long the list that was read last counts as the last published, in this process. */
const FRESH_MS = 1000

/** Seals the authorities as they stand under the next sequence number, and publishes them. */
export async function publish(
  office: Office,
  caller: Caller,
  requestId: string,
  wanted: ListWanted,
): Promise<PublishedList> {
  requireRole(caller, 'catalogue')
  if (!office.publisher) throw error('publisher-missing')
  for (let attempt = 1; ; attempt++) {
    try {
      return await publishNext(office, caller, requestId, wanted)
    } catch (cause) {
      const taken = cause instanceof VaultError && cause.code === 'row-exists'
      if (!taken || attempt === ATTEMPTS) throw cause
    }
  }
}

async function publishNext(
  office: Office,
  caller: Caller,
  requestId: string,
  { nextUpdate, roots, ...wanted }: ListWanted,
): Promise<PublishedList> {
  if (!office.publisher) throw error('publisher-missing')
  const kind = 'list-published'
  const before = await lastRow(office)
  const sequence = (before?.sequence ?? 0) + 1
  const issuedAt = instant(office.clock())
  const records = await Promise.all((await allAuthorities(office)).map((row) => recordOf(office, row)))
  const authorities = records.map(({ authority }) => authority)
  const ledgers = wanted.ledgers ?? (await ledgersOf(office, before, issuedAt))
  const bytes = await sealAuthorityList(
    { sequence, issuedAt, nextUpdate, roots, authorities, ledgers },
    office.publisher,
  )
  const digest = await keepDocument(office, bytes)
  const content = { nextUpdate, roots: roots.map(sha256), ledgers: wanted.ledgers ?? null }
  const claim = claimOf(office, caller, requestId, { kind, subject: String(sequence), content })
  const { subject } = await once(office, claim, async (tx, propose) => {
    const [ticket = 0] = await propose([
      {
        kind,
        subject: SUBJECT,
        effectiveFrom: issuedAt,
        effectiveTo: nextUpdate,
        authority: caller.authority ?? office.keeper,
        digests: { list: digest },
        links: { sequence: String(sequence) },
        actor: { application: caller.application, role: caller.role },
        request: requestDigest(caller, requestId),
      },
    ])
    const row = { sequence, digest, issued_at: issuedAt, next_update: nextUpdate, ticket }
    await tx.insertInto('vault_lists').values(row).execute()
    return ticket
  })
  return readList(office, Number(subject))
}

/** Those of the list before, and this vault's own: its key counts from the first list that names it. */
async function ledgersOf(
  office: Office,
  before: ListRow | undefined,
  from: string,
): Promise<readonly ListedLedger[]> {
  const known = before ? await ledgersIn(await published(office, before)) : []
  const { name, vkey } = office.ledger
  const own = known.find((ledger) => ledger.name === name)
  if (own?.keys.some((key) => key.vkey === vkey)) return known
  const keys = [...(own?.keys ?? []), { vkey, from, to: null }]
  return [...known.filter((ledger) => ledger !== own), { name, keys }]
}

/** A list that was sealed here and read by its digest needs no second look at its seal. */
async function ledgersIn({ bytes, digest }: PublishedList): Promise<readonly ListedLedger[]> {
  const { content } = readUnverifiedCms(bytes)
  if (!content) throw error('blob-altered', { digest })
  return readAuthorityList(content).ledgers ?? []
}

/** The list published last, held against the ledger. Throws VaultError `authority-list-missing`, `row-altered`. */
export async function lastList(office: Office): Promise<PublishedList> {
  const row = await lastRow(office)
  if (!row) throw error('authority-list-missing')
  return published(office, row)
}

async function readList(office: Office, sequence: number): Promise<PublishedList> {
  const row = await tablesOf<VaultTables>(office.db.query)
    .selectFrom('vault_lists')
    .selectAll()
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  if (!row) throw error('authority-list-missing')
  return published(office, row)
}

async function lastRow({ db }: Office): Promise<ListRow | undefined> {
  return tablesOf<VaultTables>(db.query)
    .selectFrom('vault_lists')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function published(office: Office, row: ListRow): Promise<PublishedList> {
  const { sequence, digest, issued_at: issuedAt, next_update: nextUpdate, ticket } = row
  const [recorded] = await office.ledger.settle([ticket])
  const { digests, links } = recorded?.entry ?? {}
  if (!recorded || digests?.list !== digest || links?.sequence !== String(sequence)) {
    throw error('row-altered', {
      subject: SUBJECT,
      what: `list ${sequence} differs`,
      whatZh: `第 ${sequence} 号名录不一致`,
    })
  }
  const bytes = await readDocument(office, digest)
  return { sequence, issuedAt, nextUpdate, bytes, digest, index: recorded.index }
}

/** The list as a value to verify with; opened again only when another one was published. */
export function trustKeeper(office: Office): { trust(): Promise<Trust>; forget(): void } {
  let opened: { readonly sequence: number; readonly trust: Trust } | undefined
  let reading: { readonly at: number; readonly trust: Promise<Trust> } | undefined

  async function read(): Promise<Trust> {
    const row = await lastRow(office)
    if (!row) throw error('authority-list-missing')
    // One that was issued later than now is refused as it would be when it is opened: the clock was set back.
    const early = row.issued_at > instant(office.clock())
    if (opened?.sequence === row.sequence && !early) return opened.trust
    const { bytes, sequence } = await published(office, row)
    const { roots, clock } = office
    const trust = await openTrust({ roots, authorityList: bytes, at: clock(), minimumSequence: sequence })
    opened = { sequence, trust }
    return trust
  }

  return {
    trust() {
      const now = office.clock().getTime()
      if (reading && now >= reading.at && now - reading.at < FRESH_MS) return reading.trust
      const trust = read()
      reading = { at: now, trust }
      trust.catch(() => {
        reading = undefined
      })
      return trust
    },
    forget() {
      reading = undefined
    },
  }
}

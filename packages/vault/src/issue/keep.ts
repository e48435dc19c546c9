import type { VaultError } from '@licencevault/errors'
import type { Draft } from '@licencevault/ledger'
import { tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import { required } from '../act.ts'
import { error } from '../codes.ts'
import type { Office } from '../office.ts'
import type { FileRow, LicenceRow, VaultTables } from '../tables.ts'
import { microseconds, microsecondsOf, timeOf } from '../times.ts'
import type { Succession } from './check.ts'
import type { Standing } from './make.ts'
import type { Unfinished } from './record.ts'
import { leavePlaces } from './singles.ts'

/** A licence whose file stands. */
export interface Made {
  readonly licence: Unfinished
  readonly file: Extract<Standing, { how: 'file' }>
}

export type Kept =
  | { readonly file: Pick<FileRow, 'digest' | 'size'>; readonly error?: undefined }
  | { readonly error: VaultError }

/**
 * Transaction B for many licences at once: the file's digest and the pending entry `kept`, and where a
 * licence takes another one's place, the entry that says so of that one. Done before, it is not done again.
 */
export async function keepAll(office: Office, items: readonly Made[]): Promise<readonly Kept[]> {
  const { tickets, before } = await office.db.transaction(async (rows) => {
    const tx = tablesOf<VaultTables>(rows)
    const states = await lock(tx, items)
    const open = items.filter(({ licence }) => states.get(licence.identifier) === 'issuing')
    const predecessors = await predecessorsOf(tx, open)
    const drafts = open.flatMap((item) => draftsOf(office, item, predecessors))
    const given = drafts.length > 0 ? await office.ledger.propose(rows, drafts) : []
    await write(tx, { open, drafts, tickets: given, predecessors })
    return { tickets: given, before: await keptBefore(tx, items, open) }
  })
  if (tickets.length > 0) await office.ledger.settle(tickets)
  return items.map(({ licence, file }) => before.get(licence.identifier) ?? { file })
}

/** Locks the rows in one order for everybody, and tells their states. */
async function lock(
  tx: Transaction<VaultTables>,
  items: readonly Made[],
): Promise<ReadonlyMap<string, LicenceRow['state']>> {
  const rows = await tx
    .selectFrom('vault_licences')
    .select(['identifier', 'state'])
    .where('identifier', 'in', namesOf(items))
    .orderBy('identifier')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ identifier, state }) => [identifier, state]))
}

const namesOf = (items: readonly Made[]) => items.map(({ licence }) => licence.identifier)

/** What was not open any more: its file was recorded by somebody else, or it was made void. */
async function keptBefore(
  tx: Transaction<VaultTables>,
  items: readonly Made[],
  open: readonly Made[],
): Promise<ReadonlyMap<string, Kept>> {
  const names = namesOf(items.filter((item) => !open.includes(item)))
  if (names.length === 0) return new Map()
  const files = await tx
    .selectFrom('vault_files')
    .select(['identifier', 'digest', 'size'])
    .where('identifier', 'in', names)
    .execute()
  const standing = new Map(files.map(({ identifier, ...file }) => [identifier, file]))
  return new Map(
    names.map((identifier): [string, Kept] => {
      const file = standing.get(identifier)
      return [identifier, file ? { file } : { error: error('void-midway', { identifier }) }]
    }),
  )
}

async function predecessorsOf(
  tx: Transaction<VaultTables>,
  items: readonly Made[],
): Promise<ReadonlyMap<string, LicenceRow>> {
  const names = items.flatMap(({ licence: { predecessor } }) => (predecessor === null ? [] : [predecessor]))
  if (names.length === 0) return new Map()
  const rows = await tx
    .selectFrom('vault_licences')
    .selectAll()
    .where('identifier', 'in', names)
    .orderBy('identifier')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.identifier, row]))
}

function draftsOf(
  office: Office,
  { licence, file }: Made,
  predecessors: ReadonlyMap<string, LicenceRow>,
): readonly Draft[] {
  const { statement, identifier, actor, predecessor, succession } = licence
  const common = { authority: statement.authority.code, actor }
  const kept: Draft = {
    ...common,
    kind: 'kept',
    subject: identifier,
    effectiveFrom: statement.issuedAt,
    type: `${statement.type.code}@${statement.type.version}`,
    digests: { statement: licence.statementDigest, file: file.digest },
  }
  if (predecessor === null || succession === null) return [kept]
  const old = required(predecessors.get(predecessor))
  const { move, act } = JSON.parse(succession) as Pick<Succession, 'move' | 'act'>
  const now = Math.max(microsecondsOf(office.clock()), old.effective_us)
  return [
    kept,
    {
      ...common,
      kind: move,
      subject: predecessor,
      effectiveFrom: timeOf(now),
      type: `${old.type}@${old.type_version}`,
      digests: { act },
      links: { successor: identifier },
    },
  ]
}

interface Writing {
  readonly open: readonly Made[]
  readonly drafts: readonly Draft[]
  readonly tickets: readonly number[]
  readonly predecessors: ReadonlyMap<string, LicenceRow>
}

async function write(
  tx: Transaction<VaultTables>,
  { open, drafts, tickets, predecessors }: Writing,
): Promise<void> {
  if (open.length === 0) return
  const ticketOf = new Map(drafts.map(({ subject }, index) => [subject, required(tickets[index])]))
  const files = open.map(({ licence: { identifier }, file }) => ({
    identifier,
    digest: file.digest,
    size: file.size,
    ticket: required(ticketOf.get(identifier)),
    checked_us: microsecondsOf(file.checkedAt),
  }))
  await tx.insertInto('vault_files').values(files).execute()
  await tx
    .updateTable('vault_licences')
    .set((row) => ({
      state: 'valid' as const,
      ticket: row
        .selectFrom('vault_files')
        .select('vault_files.ticket')
        .whereRef('vault_files.identifier', '=', 'vault_licences.identifier')
        .$asScalar()
        .$notNull(),
    }))
    .where(
      'identifier',
      'in',
      files.map(({ identifier }) => identifier),
    )
    .execute()
  for (const { subject, effectiveFrom, links } of drafts) {
    if (!predecessors.has(subject) || links?.successor === undefined) continue
    await tx
      .updateTable('vault_licences')
      .set({
        state: 'superseded',
        ticket: required(ticketOf.get(subject)),
        effective_us: microseconds(effectiveFrom),
      })
      .where('identifier', '=', subject)
      .execute()
    await leavePlaces(tx, subject)
  }
}

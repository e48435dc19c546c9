import type { VaultError } from '@licencevault/errors'
import type { Draft, Recorded } from '@licencevault/ledger'
import { paperKeyId, type Statement } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { Transaction } from 'kysely'
import { required } from '../act.ts'
import type { Office } from '../office.ts'
import { claimAll, keyOf, requireSame } from '../requests.ts'
import type { LicenceRow, RequestRow, VaultTables } from '../tables.ts'
import type { Checked } from './check.ts'
import { type Batch, type Inserted, insert } from './insert.ts'
import { takePredecessors } from './predecessors.ts'
import { Race, takePlaces } from './singles.ts'
import { refuseTypes } from './type-in-force.ts'

/** What became of one order in transaction A. */
export type Placed =
  | { readonly how: 'recorded'; readonly licence: Unfinished }
  | { readonly how: 'before'; readonly identifier: string }
  | { readonly how: 'refused'; readonly error: VaultError }

/** A licence that is recorded and has no file yet: all it takes to make one, whenever. */
export interface Unfinished {
  readonly identifier: string
  readonly statement: Statement
  readonly statementDigest: string
  /** Text of the printed code. */
  readonly qr: string
  readonly actor: Draft['actor']
  readonly predecessor: string | null
  readonly succession: string | null
  /** Its entry `issued`, once it stands under a signed checkpoint. */
  readonly issued: Promise<Recorded>
}

/** Two who race for the same place come to an end after so many attempts. */
const ATTEMPTS = 10

/**
 * Transaction A for many orders at once: request, number, statement, printed code and pending entry, all of
 * them or nothing. What refuses one order refuses no other.
 */
export async function recordAll(office: Office, items: readonly Checked[]): Promise<readonly Placed[]> {
  const { db, ledger } = office
  const keyId = await paperKeyId(office.paperKey.publicKey)
  for (let attempt = 1; ; attempt++) {
    try {
      const written = await db.transaction((rows) => write({ office, keyId, rows, items }))
      const tickets = [...written.values()].flatMap((one) =>
        one.how === 'recorded' ? [one.row.issued_ticket] : [],
      )
      const settled = tickets.length > 0 ? ledger.settle(tickets) : Promise.resolve([])
      settled.catch(() => {})
      const place = new Map(tickets.map((ticket, index) => [ticket, index]))
      return items.map((item): Placed => {
        const one = required(written.get(item))
        if (one.how !== 'recorded') return one
        const issued = settled.then((all) => required(all[place.get(one.row.issued_ticket) ?? -1]))
        issued.catch(() => {})
        return { how: 'recorded', licence: unfinished(one.row, one.statement, issued) }
      })
    } catch (cause) {
      if (!(cause instanceof Race) || attempt === ATTEMPTS) throw cause
    }
  }
}

export function unfinished(row: LicenceRow, statement: Statement, issued: Promise<Recorded>): Unfinished {
  const {
    identifier,
    statement_digest: statementDigest,
    qr,
    application,
    role,
    predecessor,
    succession,
  } = row
  return {
    identifier,
    statement,
    statementDigest,
    qr,
    actor: { application, role },
    predecessor,
    succession,
    issued,
  }
}

type Written = ({ readonly how: 'recorded' } & Inserted) | Exclude<Placed, { how: 'recorded' }>

async function write({ office, keyId, rows, items }: Batch): Promise<ReadonlyMap<Checked, Written>> {
  const tx = tablesOf<VaultTables>(rows)
  const written = new Map<Checked, Written>()
  const refuse = (refused: ReadonlyMap<Checked, VaultError>) => {
    for (const [item, problem] of refused) written.set(item, { how: 'refused', error: problem })
  }
  const firsts = new Map<string, Checked>()
  for (const item of items) if (!firsts.has(keyOf(item.claim))) firsts.set(keyOf(item.claim), item)
  const before = await claimAll(
    office,
    tx,
    [...firsts.values()].map(({ claim }) => claim),
  )
  for (const item of firsts.values()) {
    const row = before.get(keyOf(item.claim))
    if (row) written.set(item, sameAsBefore(item, row))
  }
  const open = () => [...firsts.values()].filter((item) => !written.has(item))
  refuse(await refuseTypes(tx, open()))
  refuse(await takePredecessors(tx, open()))
  refuse(await takePlaces(office, tx, open()))
  await forget(
    tx,
    [...firsts.values()].filter((item) => written.get(item)?.how === 'refused'),
  )
  const placed = open()
  if (placed.length > 0) {
    for (const [item, one] of await insert({ office, keyId, rows, items: placed }))
      written.set(item, { how: 'recorded', ...one })
  }
  for (const item of items) {
    if (!written.has(item))
      written.set(item, sameAsFirst(item, required(firsts.get(keyOf(item.claim))), written))
  }
  return written
}

function sameAsBefore({ claim }: Checked, row: RequestRow): Written {
  try {
    requireSame(claim, row)
    return { how: 'before', identifier: row.subject }
  } catch (cause) {
    return { how: 'refused', error: cause as VaultError }
  }
}

/** The same request twice in one batch: the second is a repetition of the first. */
function sameAsFirst(item: Checked, first: Checked, written: ReadonlyMap<Checked, Written>): Written {
  const one = required(written.get(first))
  if (one.how === 'refused') return one
  const { identifier: subject } = one.how === 'recorded' ? one.row : one
  return sameAsBefore(item, { ...first.claim, subject, ticket: 0 })
}

/** What was refused was never asked: it may be asked again once its cause is mended. */
async function forget(tx: Transaction<VaultTables>, refused: readonly Checked[]): Promise<void> {
  for (const { claim } of refused) {
    await tx
      .deleteFrom('vault_requests')
      .where('application', '=', claim.application)
      .where('request', '=', claim.request)
      .where('subject', '=', claim.subject)
      .execute()
  }
}

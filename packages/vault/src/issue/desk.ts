import { VaultError } from '@licencevault/errors'
import type { Recorded } from '@licencevault/ledger'
import { tablesOf } from '@licencevault/stores'
import { required } from '../act.ts'
import { atMost } from '../at-most.ts'
import type { Catalogue } from '../catalogue/room.ts'
import { error } from '../codes.ts'
import { inBatches } from '../in-batches.ts'
import { licenceOf, readLicence, statementOf, stateNow } from '../licences.ts'
import type { Office } from '../office.ts'
import { type Claim, claimOf, rebuiltName, requestDigest, requireSame } from '../requests.ts'
import type { LicenceRow, VaultTables } from '../tables.ts'
import { type Asked, type Checked, check } from './check.ts'
import { type Kept, keepAll, type Made } from './keep.ts'
import { make } from './make.ts'
import { pressRoom } from './presses.ts'
import { recordAll, type Unfinished, unfinished } from './record.ts'
import type { Licence } from './room.ts'
import { finishVoid } from './void.ts'

/** Orders and files in one transaction. */
const BATCH = 512
/** Files that are drawn, sealed and put at once. */
const MAKING = 32

/** Where licences are made: what issuing, succession and recovery share. */
export interface Desk {
  readonly press: ReturnType<typeof pressRoom>
  /** Issues a licence, or hands back the one that the same request led to before. */
  issue(asked: Asked): Promise<Licence>
  /** Finishes a licence that is recorded; one that is finished is handed back as it is. */
  finish(identifier: string): Promise<Licence>
  /** Is it being made in this process just now? */
  isUnderWay(identifier: string): boolean
}

export function openDesk(office: Office, catalogue: Catalogue): Desk {
  const press = pressRoom(office)
  const record = inBatches(BATCH, (items: readonly Checked[]) => recordAll(office, items))
  const keep = inBatches(BATCH, (items: readonly Made[]) => keepAll(office, items))
  const making = atMost(MAKING)
  const underWay = new Map<string, Promise<Licence>>()

  async function issue(asked: Asked): Promise<Licence> {
    const claim = claimFor(office, asked)
    const checked = await checkOrRecall(claim, asked)
    if (typeof checked === 'string') return finish(checked)
    const placed = await record(checked)
    if (placed.how === 'refused') throw placed.error
    if (placed.how === 'before') return finish(placed.identifier)
    return once(placed.licence.identifier, () => complete(placed.licence))
  }

  /** What was asked before is answered as before, even where it would be refused by now. */
  async function checkOrRecall(claim: Omit<Claim, 'subject'>, asked: Asked): Promise<Checked | string> {
    try {
      return await check(office, catalogue, press, { ...asked, claim })
    } catch (refusal) {
      if (!(refusal instanceof VaultError)) throw refusal
      const before = await recall(office, claim)
      if (before === undefined) throw refusal
      return before
    }
  }

  async function finish(identifier: string): Promise<Licence> {
    const standing = underWay.get(identifier)
    if (standing) return standing
    const row = await rowOf(office, identifier)
    if (row.state !== 'issuing') return licenceOf(office, await readLicence(office, identifier))
    return once(identifier, () => complete(reopened(office, row)))
  }

  /** One at a time for each licence, in this process; among processes the store decides. */
  function once(identifier: string, work: () => Promise<Licence>): Promise<Licence> {
    const standing = underWay.get(identifier)
    if (standing) return standing
    const working = work().finally(() => underWay.delete(identifier))
    underWay.set(identifier, working)
    return working
  }

  /** receipt → page → seal → file → transaction B */
  async function complete(licence: Unfinished): Promise<Licence> {
    const { identifier, statement } = licence
    const { press: opened } = await press(statement.type.code, statement.type.version)
    await licence.issued
    const file = await making(() => make(office, licence, { press: opened, catalogue }))
    if (file.how === 'void') {
      await finishVoid(office, file.mark)
      throw error('void-midway', { identifier })
    }
    const kept = await keep({ licence, file })
    if (kept.error) throw kept.error
    return licenceFrom(office, licence, kept.file, await licence.issued)
  }

  return { press, issue, finish, isUnderWay: (identifier) => underWay.has(identifier) }
}

function claimFor(office: Office, { caller, requestId, order, succession }: Asked): Omit<Claim, 'subject'> {
  const kind = succession?.move ?? 'issue'
  const content = succession ? { order, predecessor: succession.predecessor, words: succession.words } : order
  return claimOf(office, caller, requestId, { kind, subject: '', content })
}

/** The licence that the same request led to. Throws VaultError `request-reused`. */
async function recall({ db }: Office, claim: Omit<Claim, 'subject'>): Promise<string | undefined> {
  const row = await tablesOf<VaultTables>(db.query)
    .selectFrom('vault_requests')
    .selectAll()
    .where('application', '=', claim.application)
    .where('request', 'in', [claim.request, rebuiltName(requestDigest(claim, claim.request))])
    .executeTakeFirst()
  if (!row) return undefined
  requireSame({ ...claim, subject: row.subject }, row)
  return row.subject
}

async function rowOf({ db }: Office, identifier: string): Promise<LicenceRow> {
  const row = await tablesOf<VaultTables>(db.query)
    .selectFrom('vault_licences')
    .selectAll()
    .where('identifier', '=', identifier)
    .executeTakeFirst()
  if (!row) throw error('licence-unknown', { identifier })
  return row
}

/** A licence as its row has it; nothing is sealed that the ledger did not record. */
function reopened(office: Office, row: LicenceRow): Unfinished {
  const statement = statementOf(office, row)
  const issued = office.ledger
    .settle([row.issued_ticket])
    .then(([recorded]) => agreeing(row, required(recorded)))
  issued.catch(() => {})
  return unfinished(row, statement, issued)
}

function agreeing({ identifier, statement_digest, predecessor }: LicenceRow, recorded: Recorded): Recorded {
  const { digests, subject, kind, links } = recorded.entry
  const same =
    subject === identifier &&
    kind === 'issued' &&
    digests.statement === statement_digest &&
    (links?.predecessor ?? null) === predecessor
  if (same) return recorded
  throw error('row-altered', { subject: identifier, what: 'its statement differs', whatZh: '证照数据不一致' })
}

function licenceFrom(
  office: Office,
  { identifier, statement, statementDigest, predecessor }: Unfinished,
  { digest, size }: Extract<Kept, { error?: undefined }>['file'],
  { index }: Recorded,
): Licence {
  const { number, type, authority, validity, issuedAt, issuedOn } = statement
  return {
    identifier,
    number,
    type: { code: type.code, version: type.version },
    authority: authority.code,
    state: stateNow(office, 'valid', validity),
    validity,
    issuedAt,
    issuedOn,
    statementDigest,
    file: { digest, size },
    index,
    ...(predecessor !== null && { predecessor }),
  }
}

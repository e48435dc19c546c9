import { move, requireIdentifier } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import { keepAct } from '../acts.ts'
import type { Caller } from '../caller.ts'
import { error } from '../codes.ts'
import { given } from '../given.ts'
import type { Succession as Takeover } from '../issue/check.ts'
import type { Desk } from '../issue/desk.ts'
import { baseOf } from '../issue/insert.ts'
import type { CallOptions } from '../issue/room.ts'
import { readLicence } from '../licences.ts'
import { requireAuthority, requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import type { LicenceRow, VaultTables } from '../tables.ts'
import { untilAborted } from '../until-aborted.ts'
import { historyOf } from './history.ts'
import type { Succeeded, Succession } from './room.ts'
import { requireText } from './words.ts'

interface Asked {
  readonly caller: Caller
  readonly requestId: string
  readonly identifier: string
  readonly name: Takeover['move']
  readonly how: Succession
}

/**
 * Issues the next version of a licence and puts it in the place of the old one. The old one is claimed when
 * the new is recorded, and superseded in the transaction that keeps the new one's file: until then it
 * stands, and wherever this is cut short, recovery ends it as it was meant or the new one is made void.
 */
export async function succeed(
  office: Office,
  desk: Desk,
  { caller, requestId, identifier, name, how }: Asked,
  { signal }: CallOptions,
): Promise<Succeeded> {
  requireRole(caller, 'status')
  const { order, decision, legalBasis, description } = how
  const words = given({ decision, legalBasis, description })
  for (const [member, text] of Object.entries(words)) requireText(member, text)
  move('valid', name, { ...words, successor: identifier })
  const { row, statement } = await readLicence(office, identifier)
  requireAuthority(caller, row.authority)
  requireSameOffice(row, how)
  const { serial } = requireIdentifier(identifier).parts
  const succession: Takeover = {
    move: name,
    predecessor: identifier,
    number: statement.number,
    serial,
    version: await nextVersion(office, identifier),
    act: await keepAct(office, words, { application: caller.application, request: requestId }),
    words,
  }
  const licence = await untilAborted(() => desk.issue({ caller, requestId, order, succession }), signal)
  const acts = await historyOf(office, await readLicence(office, identifier))
  const act = acts.findLast(({ successor }) => successor === licence.identifier)
  if (!act) throw error('void-midway', { identifier: licence.identifier })
  return { licence, act }
}

function requireSameOffice({ type, authority }: LicenceRow, { order }: Succession): void {
  const [expected, found] = [`${type} ${authority}`, `${order.type.code} ${order.authority.code}`]
  if (found !== expected) throw error('succession-other', { expected, found: found.slice(0, 100) })
}

async function nextVersion({ db }: Office, identifier: string): Promise<number> {
  const { latest } = await tablesOf<VaultTables>(db.query)
    .selectFrom('vault_licences')
    .select(({ fn }) => fn.max<number>('version').as('latest'))
    .where('base', '=', baseOf(identifier))
    .executeTakeFirstOrThrow()
  return latest + 1
}

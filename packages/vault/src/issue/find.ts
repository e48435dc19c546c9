import type { State } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { required } from '../act.ts'
import type { Caller } from '../caller.ts'
import { error } from '../codes.ts'
import { given } from '../given.ts'
import { licenceOf, readLicence } from '../licences.ts'
import { requireRole, scopeOf } from '../may.ts'
import type { Office } from '../office.ts'
import type { Page, PageRequest } from '../page.ts'
import { readCursor, sizeOf, writeCursor } from '../pages.ts'
import type { VaultTables } from '../tables.ts'
import { civilDate } from '../times.ts'
import { numberIndex } from './insert.ts'
import type { Criteria, Licence } from './room.ts'

const sufficient = ['identifier', 'number', 'holder', 'type', 'state'] as const

/**
 * Finds licences in order of issue, page by page. What is issued meanwhile comes at the end, but for an order
 * that was taken up before the last licence of a page and recorded after it: whoever must miss none follows
 * the ledger. Each row is held against the ledger before it is shown.
 */
export async function find(
  office: Office,
  caller: Caller,
  wanted: Criteria,
  request: PageRequest,
): Promise<Page<Licence>> {
  requireRole(caller, 'read')
  const { holder, ...others } = given(wanted)
  const criteria: Criteria = { ...others, ...(holder && { holder: given(holder) as typeof holder }) }
  if (sufficient.every((name) => criteria[name] === undefined)) {
    throw error('find-criterion-missing', { criteria: sufficient.join(', ') })
  }
  const size = sizeOf(request)
  const scope = scopeOf(caller)
  const query = ['licences', criteria, scope ?? '*']
  const after = readCursor(office, query, request.cursor)
  const rows = await select(office, { criteria, scope, after, size: size + 1 })
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    rows: await Promise.all(
      shown.map(async ({ identifier }) => licenceOf(office, await readLicence(office, identifier))),
    ),
    ...(last &&
      rows.length > size && { next: writeCursor(office, query, [Number(last.issued_us), last.identifier]) }),
  }
}

interface Selection {
  readonly criteria: Criteria
  readonly scope: string | undefined
  readonly after: readonly unknown[] | undefined
  readonly size: number
}

type Where = ExpressionBuilder<VaultTables, 'vault_licences'>
type Condition = ExpressionWrapper<VaultTables, 'vault_licences', SqlBool>

async function select(office: Office, { criteria, scope, after, size }: Selection) {
  const today = civilDate(office.clock())
  return tablesOf<VaultTables>(office.db.query)
    .selectFrom('vault_licences')
    .select(['identifier', 'issued_us'])
    .where((where) => {
      const { identifier, number, type, authority, state } = criteria
      const conditions: Condition[] = []
      if (identifier !== undefined) conditions.push(where('identifier', '=', identifier))
      if (number !== undefined) conditions.push(where('number', '=', numberIndex(office, number)))
      if (type !== undefined) conditions.push(where('type', '=', type))
      for (const own of [authority, scope]) {
        if (own !== undefined) conditions.push(where('authority', '=', own))
      }
      if (state !== undefined) conditions.push(...inState(where, state, today))
      if (criteria.holder) conditions.push(heldBy(office, where, criteria.holder))
      if (after) conditions.push(behind(where, after))
      return where.and(conditions)
    })
    .orderBy('issued_us')
    .orderBy('identifier')
    .limit(size)
    .execute()
}

/** What is computed from the clock when a state is shown is computed here as well. */
function inState(where: Where, state: State, today: string): Condition[] {
  const notOver = where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)])
  const begun = where('valid_from', '<=', today)
  switch (state) {
    case 'valid':
      return [where('state', '=', 'valid'), begun, notOver]
    case 'pending':
      return [where('state', '=', 'valid'), where('valid_from', '>', today)]
    case 'suspended':
      return [where('state', '=', 'suspended'), notOver]
    case 'expired':
      return [where('state', 'in', ['valid', 'suspended']), where('valid_until', '<', today)]
    default:
      return [where('state', '=', state)]
  }
}

function heldBy(
  office: Office,
  where: Where,
  { code, codeType }: NonNullable<Criteria['holder']>,
): Condition {
  const held = where
    .selectFrom('vault_holders')
    .select('vault_holders.identifier')
    .where('holder', '=', office.personal.index('holder code', code))
  return where('identifier', 'in', codeType === undefined ? held : held.where('code_type', '=', codeType))
}

function behind(where: Where, after: readonly unknown[]): Condition {
  const [us, identifier] = [Number(after[0]), String(required(after[1]))]
  return where.or([
    where('issued_us', '>', us),
    where.and([where('issued_us', '=', us), where('identifier', '>', identifier)]),
  ])
}

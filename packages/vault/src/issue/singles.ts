import type { VaultError } from '@licencevault/errors'
import type { Holder } from '@licencevault/licence'
import type { Transaction } from 'kysely'
import { error } from '../codes.ts'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import { civilDate } from '../times.ts'
import type { Checked } from './check.ts'

/** Two who wanted the same place at once: the whole transaction is tried again. */
export class Race extends Error {
  override readonly name = 'Race'
}

interface Place {
  readonly type: string
  readonly holder: string
}

interface Standing extends Place {
  readonly identifier: string
  readonly state: string | null
  readonly valid_until: string | null
}

const keyOf = ({ type, holder }: Place) => `${type} ${holder}`

/** Whom a holder is known by, whatever the licence. */
export function holderIndex({ personal }: Office, { code, codeType }: Holder): string {
  return personal.index('holder', `${codeType} ${code}`)
}

/**
 * 一人一证: takes the place of each holder of a type that allows one valid licence, and refuses those
 * whose place is taken. The place of a licence that has ended, and of one that this one follows, is free.
 */
export async function takePlaces(
  office: Office,
  tx: Transaction<VaultTables>,
  items: readonly Checked[],
): Promise<ReadonlyMap<Checked, VaultError>> {
  const wanted = items.filter(({ known }) => known.type.onePerHolder)
  if (wanted.length === 0) return new Map()
  const owners = await standingAt(
    tx,
    wanted.flatMap((item) => placesOf(office, item)),
  )
  const today = civilDate(office.clock())
  const refused = new Map<Checked, VaultError>()
  const taken = new Map<string, Place & { readonly identifier: string; readonly before?: string }>()
  for (const item of wanted) {
    const places = placesOf(office, item)
    const other = places
      .map((place) => taken.get(keyOf(place)) ?? standing(owners.get(keyOf(place)), item, today))
      .find((found) => found !== undefined)
    if (other) refused.set(item, error('holder-has-one', { identifier: other.identifier }))
    else {
      for (const place of places) {
        const before = owners.get(keyOf(place))?.identifier
        const { identifier } = item
        taken.set(keyOf(place), { ...place, identifier, ...(before !== undefined && { before }) })
      }
    }
  }
  await write(tx, [...taken.values()])
  return refused
}

/** Gives the places of a licence that has ended to whoever comes next. */
export async function leavePlaces(tx: Transaction<VaultTables>, identifier: string): Promise<void> {
  await tx.deleteFrom('vault_singles').where('identifier', '=', identifier).execute()
}

/**
 * Takes the places of a licence that is valid again. Throws VaultError `holder-has-one` where another one
 * stands there.
 */
export async function retakePlaces(
  office: Office,
  tx: Transaction<VaultTables>,
  licence: { readonly identifier: string; readonly type: string; readonly holders: readonly Holder[] },
): Promise<void> {
  const { identifier, type } = licence
  const places = licence.holders.map((holder) => ({ type, holder: holderIndex(office, holder) }))
  const owners = await standingAt(tx, places)
  const today = civilDate(office.clock())
  for (const { identifier: other, ...owner } of owners.values()) {
    if (other === identifier) continue
    if (isStanding(owner, today)) throw error('holder-has-one', { identifier: other })
  }
  const free = places.map((place) => {
    const before = owners.get(keyOf(place))?.identifier
    return { ...place, identifier, ...(before !== undefined && { before }) }
  })
  await write(tx, free)
}

function placesOf(office: Office, { known, order }: Checked): readonly Place[] {
  const { code } = known.type
  return order.holders.map((holder) => ({ type: code, holder: holderIndex(office, holder) }))
}

async function standingAt(
  tx: Transaction<VaultTables>,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Standing>> {
  const byType = Map.groupBy(places, ({ type }) => type)
  const found: Standing[] = []
  for (const [type, group] of byType) {
    const rows = await tx
      .selectFrom('vault_singles')
      .leftJoin('vault_licences', 'vault_licences.identifier', 'vault_singles.identifier')
      .select(['vault_singles.type', 'vault_singles.holder', 'vault_singles.identifier'])
      .select(['vault_licences.state', 'vault_licences.valid_until'])
      .where('vault_singles.type', '=', type)
      .where('vault_singles.holder', 'in', [...new Set(group.map(({ holder }) => holder))].sort())
      .execute()
    found.push(...rows)
  }
  return new Map(found.map((row) => [keyOf(row), row]))
}

function standing(owner: Standing | undefined, { succession }: Checked, today: string) {
  if (owner === undefined || owner.identifier === succession?.predecessor) return undefined
  return isStanding(owner, today) ? owner : undefined
}

function isStanding({ state, valid_until }: Pick<Standing, 'state' | 'valid_until'>, today: string): boolean {
  const lasts = state === 'issuing' || state === 'valid' || state === 'suspended'
  return lasts && (valid_until === null || valid_until >= today)
}

type Taken = Place & { readonly identifier: string; readonly before?: string }

async function write(tx: Transaction<VaultTables>, taken: readonly Taken[]): Promise<void> {
  const fresh = taken.filter(({ before }) => before === undefined)
  if (fresh.length > 0) {
    const rows = await tx
      .insertInto('vault_singles')
      .values(fresh.map(({ type, holder, identifier }) => ({ type, holder, identifier })))
      .onConflict((conflict) => conflict.columns(['type', 'holder']).doNothing())
      .returning('holder')
      .execute()
    if (rows.length < fresh.length) throw new Race()
  }
  for (const { type, holder, identifier, before } of taken) {
    if (before === undefined || before === identifier) continue
    const { numUpdatedRows } = await tx
      .updateTable('vault_singles')
      .set({ identifier })
      .where('type', '=', type)
      .where('holder', '=', holder)
      .where('identifier', '=', before)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Race()
  }
}

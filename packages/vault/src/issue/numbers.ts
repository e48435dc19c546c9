import type { LicenceType } from '@licencevault/licence'
import type { Transaction } from 'kysely'
import { required } from '../act.ts'
import type { VaultTables } from '../tables.ts'
import { civilDate } from '../times.ts'
import { type Checked, numberOf } from './check.ts'

/**
 * Gives each licence its number, counted per type, authority and year. Whoever issues the same at the same
 * time waits for this transaction, so that no number is given twice, and one that is rolled back gives its
 * numbers back.
 */
export async function numberAll(
  tx: Transaction<VaultTables>,
  items: readonly Checked[],
): Promise<readonly string[]> {
  const groups = new Map<string, Checked[]>()
  for (const item of items) {
    if (!isCounted(item)) continue
    const key = counterOf(item).join(' ')
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  const serials = new Map<Checked, number>()
  // In one order for everybody: two transactions never wait for each other.
  for (const key of [...groups.keys()].sort()) {
    const group = groups.get(key) ?? []
    const last = await take(tx, required(group[0]), group.length)
    for (const [index, item] of group.entries()) serials.set(item, last - group.length + 1 + index)
  }
  return items.map((item) => keptNumber(item) ?? write(item, serials.get(item) ?? 1))
}

/** Numbers that bear the holder's code alone are not counted, nor is that of a licence's next version. */
export function isCounted(item: Checked): boolean {
  return item.succession === undefined && hasSerial(item)
}

/** A next version keeps a counted number; one that is the holder's code follows the holder. */
function keptNumber(item: Checked): string | undefined {
  return hasSerial(item) ? item.succession?.number : undefined
}

const hasSerial = ({ known }: Checked) => countsSerials(known.type)

/** Does the number have a part that is counted? */
export const countsSerials = ({ numbering }: LicenceType) => /\{serial:/.test(numbering.pattern)

async function take(tx: Transaction<VaultTables>, item: Checked, count: number): Promise<number> {
  const [type, authority, year] = counterOf(item)
  const { given } = await tx
    .insertInto('vault_counters')
    .values({ type, authority, year, given: count })
    .onConflict((conflict) =>
      conflict
        .columns(['type', 'authority', 'year'])
        .doUpdateSet((row) => ({ given: row('vault_counters.given', '+', count) })),
    )
    .returning('given')
    .executeTakeFirstOrThrow()
  return given
}

function counterOf({ order, at }: Checked): [type: string, authority: string, year: number] {
  return [order.type.code, order.authority.code, Number(civilDate(at).slice(0, 4))]
}

function write({ known, order, at }: Checked, serial: number): string {
  return numberOf(known.type, order, civilDate(at), serial)
}

import type { Rows } from '@licencevault/stores'
import type { CompiledQuery } from 'kysely'
import { error } from './codes.ts'
import type { Entry, Recorded } from './entry-shape.ts'
import { Leaf } from './leaf.ts'
import type { EntriesQuery } from './ledger.ts'
import { ledgerOf } from './tables.ts'

/** Everything committed about a subject, checked against the chain of its entries. */
export async function entriesOf(rows: Rows, subject: string): Promise<Recorded[]> {
  const { rows: found } = await rows.executeQuery(chainOf(rows, subject))
  const links = found.flatMap(({ idx, kind, entry }) =>
    idx === null || kind === null || entry === null ? [] : [{ leaf: new Leaf(idx, entry), kind }],
  )
  const [{ head = null, entries = null, size = 0 } = {}] = found
  requireChain(subject, links)
  const leaves = links.map(({ leaf }) => leaf)
  if ((leaves.at(-1)?.leafHash ?? null) !== head || leaves.length !== (entries ?? 0)) {
    throw altered(subject, 'its entries do not end where its head says', '条目与其链头不符')
  }
  return leaves.filter(({ index }) => index < size)
}

/** A link of the chain with head and size; where there is no chain, those alone. */
interface Link {
  readonly size: number
  readonly head: string | null
  readonly entries: number | null
  readonly idx: number | null
  readonly kind: string | null
  readonly entry: string | null
}

const chainQueries = new WeakMap<Rows, CompiledQuery<Link>>()

/** Built once for each database: building it takes longer than running it. */
function chainOf(rows: Rows, subject: string): CompiledQuery<Link> {
  const built = chainQueries.get(rows) ?? chainQuery(rows, subject).compile()
  chainQueries.set(rows, built)
  return { ...built, parameters: built.parameters.map(() => subject) }
}

/**
 * One statement, so that chain, head and size are of one moment. The chain is walked from its end; that it
 * only goes back ends the walk whatever somebody wrote into the rows.
 */
function chainQuery(rows: Rows, subject: string) {
  return ledgerOf(rows)
    .withRecursive('chain', (walk) =>
      walk
        .selectFrom('ledger_subject')
        .where('subject', '=', subject)
        .innerJoin('ledger_entry', 'idx', 'last')
        .select(['idx', 'prev', 'kind', 'entry'])
        .unionAll(
          walk
            .selectFrom('chain')
            .innerJoin('ledger_entry as older', (join) =>
              join.onRef('older.idx', '=', 'chain.prev').onRef('older.idx', '<', 'chain.idx'),
            )
            .select(['older.idx', 'older.prev', 'older.kind', 'older.entry']),
        ),
    )
    .selectFrom('ledger_log')
    .leftJoin('ledger_subject', (join) => join.on('subject', '=', subject))
    .leftJoin('chain', (join) => join.onTrue())
    .select(['size', 'head', 'entries', 'chain.idx', 'chain.kind', 'chain.entry'])
    .orderBy('chain.idx')
}

function requireChain(subject: string, links: readonly { leaf: Leaf; kind: string }[]): void {
  let previous: string | null = null
  for (const { leaf, kind } of links) {
    const entry = readOrAltered(leaf, subject)
    if (entry.previous !== previous) {
      throw altered(
        subject,
        `entry ${leaf.index} does not follow the one before it`,
        `第 ${leaf.index} 条与前一条不衔接`,
      )
    }
    if (entry.subject !== subject || entry.kind !== kind) {
      throw altered(subject, `entry ${leaf.index} is another`, `第 ${leaf.index} 条不是该对象的条目`)
    }
    previous = leaf.leafHash
  }
}

function readOrAltered(leaf: Leaf, subject: string): Entry {
  try {
    return leaf.entry
  } catch (cause) {
    throw altered(subject, `entry ${leaf.index} cannot be read`, `第 ${leaf.index} 条无法读取`, cause)
  }
}

function altered(subject: string, found: string, foundZh: string, cause?: unknown) {
  return error('row-altered', { subject, found, foundZh }, { cause })
}

const PAGE = 500

/** Committed entries in the order of the log, page by page. */
export async function* entries(rows: Rows, query: EntriesQuery): AsyncGenerator<Recorded> {
  const { kind, subject, signal, limit = Number.POSITIVE_INFINITY } = query
  if (subject !== undefined) {
    const { after = -1 } = query
    const found = (await entriesOf(rows, subject)).filter(
      ({ index, entry }) => index > after && (kind === undefined || entry.kind === kind),
    )
    yield* found.slice(0, limit)
    return
  }
  let after = query.after ?? -1
  for (let left = limit; left > 0; ) {
    signal?.throwIfAborted()
    const most = Math.min(left, PAGE)
    const found = await page(rows, after, kind, most)
    for (const { idx, entry } of found) yield new Leaf(idx, entry)
    after = found.at(-1)?.idx ?? after
    left -= found.length
    if (found.length < most) return
  }
}

async function page(rows: Rows, after: number, kind: string | undefined, most: number) {
  const behind = ledgerOf(rows)
    .selectFrom('ledger_entry')
    .select(['idx', 'entry'])
    .where('idx', '>', after)
    .where('idx', '<', (log) => log.selectFrom('ledger_log').select('size'))
    .orderBy('idx')
    .limit(most)
  return (kind === undefined ? behind : behind.where('kind', '=', kind)).execute()
}

/** The entry at an index that is committed. */
export async function entryAt(rows: Rows, index: number): Promise<Leaf> {
  const row = await ledgerOf(rows)
    .selectFrom('ledger_entry')
    .select('entry')
    .where('idx', '=', index)
    .executeTakeFirst()
  if (!row) throw altered(`ledger_entry/${index}`, 'the row is gone', '该行已不存在')
  return new Leaf(index, row.entry)
}

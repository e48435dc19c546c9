import type { Rows } from '@licencevault/stores'
import { error } from './codes.ts'
import type { Recorded } from './entry-shape.ts'
import { Leaf } from './leaf.ts'
import type { EntriesQuery } from './ledger.ts'
import { ledgerOf } from './tables.ts'

/** Everything committed about a subject, checked against the chain of its entries. */
export async function entriesOf(rows: Rows, subject: string): Promise<Recorded[]> {
  // One statement, so that chain, head and size are of one moment.
  const found = await ledgerOf(rows)
    .selectFrom('ledger_log')
    .leftJoin('ledger_subject', (join) => join.on('ledger_subject.subject', '=', subject))
    .leftJoin('ledger_entry', (join) => join.on('ledger_entry.subject', '=', subject))
    .select(['size', 'head', 'entries', 'idx', 'kind', 'entry'])
    .orderBy('idx')
    .execute()
  const leaves = found.flatMap(({ idx, kind, entry }) =>
    idx === null || kind === null || entry === null ? [] : [new Leaf(idx, subject, kind, entry)],
  )
  const [{ head = null, entries = null, size = 0 } = {}] = found
  requireChain(subject, leaves, head, entries)
  return leaves.filter(({ index }) => index < size)
}

function requireChain(
  subject: string,
  leaves: readonly Leaf[],
  head: string | null,
  entries: number | null,
): void {
  let previous: string | null = null
  for (const leaf of leaves) {
    const entry = readAltered(leaf, subject)
    if (entry.previous !== previous) {
      throw altered(
        subject,
        `entry ${leaf.index} does not follow the one before it`,
        `第 ${leaf.index} 条与前一条不衔接`,
      )
    }
    if (entry.subject !== subject || entry.kind !== leaf.kind) {
      throw altered(subject, `entry ${leaf.index} is another`, `第 ${leaf.index} 条不是该对象的条目`)
    }
    previous = leaf.leafHash
  }
  if (previous !== head || leaves.length !== (entries ?? 0)) {
    throw altered(subject, 'its entries do not end where its head says', '条目的末尾与其链头不符')
  }
}

function readAltered(leaf: Leaf, subject: string) {
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
  const { kind, subject, signal } = query
  let after = query.after ?? -1
  let left = query.limit ?? Number.POSITIVE_INFINITY
  while (left > 0) {
    signal?.throwIfAborted()
    const size = Math.min(left, PAGE)
    let page = ledgerOf(rows)
      .selectFrom('ledger_entry')
      .select(['idx', 'subject', 'kind', 'entry'])
      .where('idx', '>', after)
      .where('idx', '<', (log) => log.selectFrom('ledger_log').select('size'))
      .orderBy('idx')
      .limit(size)
    if (kind !== undefined) page = page.where('kind', '=', kind)
    if (subject !== undefined) page = page.where('subject', '=', subject)
    const found = await page.execute()
    for (const row of found) yield new Leaf(row.idx, row.subject, row.kind, row.entry)
    after = found.at(-1)?.idx ?? after
    left -= found.length
    if (found.length < size) return
  }
}

/** The committed entry at an index. */
export async function entryAt(rows: Rows, index: number): Promise<Leaf> {
  const row = await ledgerOf(rows)
    .selectFrom('ledger_entry')
    .select(['idx', 'subject', 'kind', 'entry'])
    .where('idx', '=', index)
    .executeTakeFirst()
  if (!row) throw altered(`ledger_entry/${index}`, 'the row is gone', '该行已不存在')
  return new Leaf(row.idx, row.subject, row.kind, row.entry)
}

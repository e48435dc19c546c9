import type { Db, TransactionRows } from '@licencevault/stores'
import { error } from './codes.ts'
import { checkDraft } from './draft.ts'
import { entryText, recordedAtText } from './entry.ts'
import type { Draft } from './entry-shape.ts'
import { insertRows } from './insert-rows.ts'
import { Leaf } from './leaf.ts'
import { type LogRow, ledgerOf } from './tables.ts'

/** Drafts whose place, time and bytes are decided, whoever builds their tiles. */
export interface Fixed {
  /** The log's row as this left it. */
  readonly log: LogRow
  /** From `log.fixed - leaves.length` on. */
  readonly leaves: readonly Leaf[]
  /** Indices by ticket, of the pending ones among them. */
  readonly tickets: ReadonlyMap<number, number>
}

/** Proposed drafts taken up at once. */
const MOST_PENDING = 10_000

/**
 * Gives everything that waits its index, its time and the digest of its subject's entry before it, under the
 * lock of the log's row: first what was proposed in transactions, then these drafts.
 */
export async function fix(
  tx: TransactionRows,
  dialect: Db['dialect'],
  now: number,
  drafts: readonly Draft[],
): Promise<Fixed> {
  const tables = ledgerOf(tx)
  const log = await tables.selectFrom('ledger_log').selectAll().forUpdate().executeTakeFirstOrThrow()
  const pending = await tables
    .selectFrom('ledger_pending')
    .selectAll()
    .orderBy('id')
    .limit(MOST_PENDING)
    .execute()
  const all = [...pending.map(proposed), ...drafts]
  if (all.length === 0) return { log, leaves: [], tickets: new Map() }

  const rows = { rows: tx, dialect }
  const subjects = new Set(all.map(({ subject }) => subject))
  const heads = await headsOf(tx, [...subjects])
  const last_us = Math.max(now, log.last_us)
  const placing = { ledger: log.name, recordedAt: recordedAtText(last_us) }
  const tickets = new Map(pending.map(({ id }, at) => [id, log.fixed + at]))
  const leaves = all.map((draft, at) => {
    const head = heads.get(draft.subject)
    const text = entryText(draft, { ...placing, previous: head?.head ?? null })
    const leaf = new Leaf(log.fixed + at, draft.subject, draft.kind, text)
    heads.set(draft.subject, { head: leaf.leafHash, entries: (head?.entries ?? 0) + 1 })
    return leaf
  })

  await insertRows(
    rows,
    entryRows,
    leaves.map(({ index, subject, kind, text }, at) => [index, subject, kind, pending[at]?.id ?? null, text]),
  )
  await insertRows(
    rows,
    headRows,
    [...heads].map(([subject, { head, entries }]) => [subject, head, entries]),
  )
  const last = pending.at(-1)
  if (last)
    await deletePending(
      tx,
      pending.map(({ id }) => id),
    )
  const fixed = log.fixed + leaves.length
  await tables.updateTable('ledger_log').set({ fixed, last_us }).execute()
  return { log: { ...log, fixed, last_us }, leaves, tickets }
}

export const entryRows = { into: 'ledger_entry', columns: ['idx', 'subject', 'kind', 'ticket', 'entry'] }
export const headRows = {
  into: 'ledger_subject',
  columns: ['subject', 'head', 'entries'],
  end: 'on conflict (subject) do update set head = excluded.head, entries = excluded.entries',
}

interface Head {
  readonly head: string
  readonly entries: number
}

/** A draft that waited in a row is checked again: the row could have been altered meanwhile. */
function proposed({ id, draft: text }: { id: number; draft: string }): Draft {
  try {
    const draft: Draft = JSON.parse(text)
    checkDraft(draft)
    return draft
  } catch (cause) {
    const found = { found: `proposal ${id} is no draft`, foundZh: `待登记草稿 ${id} 已损坏` }
    throw error('row-altered', { subject: `ledger_pending/${id}`, ...found }, { cause })
  }
}

const CHUNK = 256

export async function headsOf(tx: TransactionRows, subjects: readonly string[]): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>()
  for (let at = 0; at < subjects.length; at += CHUNK) {
    const rows = await ledgerOf(tx)
      .selectFrom('ledger_subject')
      .selectAll()
      .where('subject', 'in', subjects.slice(at, at + CHUNK))
      .execute()
    for (const { subject, head, entries } of rows) heads.set(subject, { head, entries })
  }
  return heads
}

async function deletePending(tx: TransactionRows, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += CHUNK) {
    await ledgerOf(tx)
      .deleteFrom('ledger_pending')
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
  }
}

import type { Db, Rows, TransactionRows } from '@licencevault/stores'
import { CompiledQuery } from 'kysely'
import { error } from './codes.ts'
import { checkDraft } from './draft.ts'
import { entryText, recordedAtText } from './entry.ts'
import type { Draft } from './entry-shape.ts'
import { insertRows } from './insert-rows.ts'
import { Leaf } from './leaf.ts'
import { type LogRow, ledgerOf, type SubjectRow } from './tables.ts'

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

  const heads = await headsOf(tx, dialect, [...new Set(all.map(({ subject }) => subject))])
  const last_us = Math.max(now, log.last_us)
  const placing = { ledger: log.name, recordedAt: recordedAtText(last_us) }
  const entries: (string | number | null)[] = []
  const leaves = all.map((draft, at) => {
    const { subject } = draft
    const before = heads.get(subject)
    const text = entryText(draft, { ...placing, previous: before?.head ?? null })
    const leaf = new Leaf(log.fixed + at, text)
    heads.set(subject, {
      subject,
      head: leaf.leafHash,
      last: leaf.index,
      entries: (before?.entries ?? 0) + 1,
    })
    entries.push(leaf.index, before?.last ?? null, draft.kind, pending[at]?.id ?? null, text)
    return leaf
  })

  const rows = { rows: tx, dialect }
  await insertRows(rows, entryRows, entries)
  await insertRows(rows, subjectRows, valuesOf(heads))
  await deletePending(
    tx,
    pending.map(({ id }) => id),
  )
  const fixed = log.fixed + leaves.length
  await tables.updateTable('ledger_log').set({ fixed, last_us }).execute()
  const tickets = new Map(pending.map(({ id }, at) => [id, log.fixed + at]))
  return { log: { ...log, fixed, last_us }, leaves, tickets }
}

export const entryRows = { into: 'ledger_entry', columns: ['idx', 'prev', 'kind', 'ticket', 'entry'] }
export const subjectRows = {
  into: 'ledger_subject',
  columns: ['subject', 'head', 'last', 'entries'],
  end: 'on conflict (subject) do update set head = excluded.head, last = excluded.last, entries = excluded.entries',
}

export function valuesOf(heads: ReadonlyMap<string, SubjectRow>): (string | number)[] {
  const values: (string | number)[] = []
  for (const { subject, head, last, entries } of heads.values()) values.push(subject, head, last, entries)
  return values
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

/** The ends of these subjects' chains, as far as they have one. */
export async function headsOf(
  tx: Rows,
  dialect: Db['dialect'],
  subjects: readonly string[],
): Promise<Map<string, SubjectRow>> {
  const list = dialect === 'sqlite' ? JSON.stringify(subjects) : subjects
  const { rows } = await tx.executeQuery<SubjectRow>(CompiledQuery.raw(HEADS[dialect], [list]))
  return new Map(rows.map((row) => [row.subject, row]))
}

const HEADS = {
  sqlite: 'select s.* from json_each(?) as asked join ledger_subject as s on s.subject = asked.value',
  postgres: 'select * from ledger_subject where subject = any($1)',
} as const

const CHUNK = 256

async function deletePending(tx: TransactionRows, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += CHUNK) {
    await ledgerOf(tx)
      .deleteFrom('ledger_pending')
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
  }
}

import type { Recorded } from '@licencevault/ledger'
import { type MoveName, moves, type RecordedState } from '@licencevault/licence'
import { error } from '../codes.ts'
import { microseconds } from '../times.ts'

/** One act on a licence, read off its entry. */
export interface Step {
  readonly recorded: Recorded
  /** The state it leads to. */
  readonly state: RecordedState
  /** The two axes, in microseconds: since when it counts, and since when it is known. */
  readonly effective: number
  readonly known: number
}

/** What the acts of issuing lead to; the rest is in the table of moves. */
const issuing: Readonly<Record<string, RecordedState>> = { issued: 'issuing', kept: 'valid', void: 'void' }

/** Reads the acts on a licence off its entries, the first first. */
export function stepsOf(entries: readonly Recorded[]): readonly Step[] {
  return entries.map((recorded) => ({
    recorded,
    state: stateAfter(recorded),
    effective: microseconds(recorded.entry.effectiveFrom),
    known: microseconds(recorded.entry.recordedAt),
  }))
}

/**
 * The act that decided the status at a moment, as known at another: of what was known then and counted
 * already, the last recorded. An act that reaches back overrides from there on whatever was recorded
 * before it.
 */
export function decisive(
  steps: readonly Step[],
  { at, knownAt }: { readonly at: number; readonly knownAt: number },
): Step | undefined {
  return steps.findLast(({ effective, known }) => effective <= at && known <= knownAt)
}

function stateAfter({ entry: { kind, links, subject } }: Recorded): RecordedState {
  const known = Object.hasOwn(issuing, kind) ? issuing[kind] : undefined
  if (known) return known
  const to = Object.hasOwn(moves, kind) ? moves[kind as MoveName].to : undefined
  const state = to === 'named' ? links?.state : to
  if (state === undefined || !(moves.correct.from.includes(state as RecordedState) || to === state)) {
    throw error('row-altered', { subject, what: `unknown act ${kind}`, whatZh: `未知行为 ${kind}` })
  }
  return state as RecordedState
}

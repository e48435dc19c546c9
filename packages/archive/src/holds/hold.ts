import type { HoldRow } from '../tables.ts'

/** What holds a case, as it stands in every answer about it. */
export interface Hold {
  readonly id: string
  readonly authority: string
  readonly reason: string
  readonly decision: string
  readonly from: string
  readonly to: string | null
}

export interface PlacedHold extends Hold {
  /** How many cases it stopped when it was placed. */
  readonly cases: number
  readonly lifted: boolean
}

export function shownHold({ id, authority, reason, decision, from_on, to_on }: HoldRow): Hold {
  return { id, authority, reason, decision, from: from_on, to: to_on }
}

export function placedHold(row: HoldRow): PlacedHold {
  return { ...shownHold(row), cases: row.cases, lifted: row.lifted_us !== null }
}

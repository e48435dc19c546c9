import type { Words } from '@licencevault/errors'

/** One thing that is wrong in a table, as a value: where a person finds it, and what to do. */
export interface ScheduleFinding {
  /** A word code of this package. */
  readonly code: string
  /** Row and column of the spreadsheet, counted from 1 as it shows them; absent for what was no spreadsheet. */
  readonly row?: number
  readonly column?: string
  readonly item?: string
  readonly material?: string
  readonly sentence: Words
  readonly remedy: Words
}

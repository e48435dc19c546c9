import type { Words } from '@licencevault/errors'

/** What the page is told of a licence's current status: no more than the paper shows and the register adds. */
export interface StatusAnswer {
  /** The state's word, such as `suspended`; absent where nothing such is known. */
  readonly state?: string
  readonly name: Words
  /** Whether it may be relied on now. */
  readonly inForce: 'yes' | 'no' | 'undetermined'
  /** What to tell the person at the counter. */
  readonly summary: Words
  readonly remedy: Words
  /** When the register was asked, RFC 3339 in UTC. */
  readonly at: string
}

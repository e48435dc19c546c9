import type { Words } from '@licencevault/errors'
import type { Fields, Holder, RecordedState, State } from '@licencevault/licence'
import type { Answer, Check, LicenceFacts, Verdict } from '@licencevault/verify'
import type { Caller } from '../caller.ts'

/**
 * Answers whether a licence is genuine and in force, by whatever somebody holds of it. One report, every
 * reason apart. An enquirer learns no more than the paper shows.
 */
export interface Authenticate {
  /** Checks the whole file, then asks the ledger for its current status. */
  byFile(caller: Caller, file: Uint8Array): Promise<Report>
  /**
   * Answers from rows that are bound to the ledger on this very call.
   *
   * @param face what the paper says, to be compared with what was issued
   * @throws VaultError `row-altered`
   */
  byIdentifier(caller: Caller, identifier: string, face?: Face): Promise<Report>
  /**
   * Checks the file that is kept, as a job does from time to time, and remembers when: the moment that
   * {@link byIdentifier} tells. Throws VaultError `licence-unknown`, `licence-not-kept`.
   */
  checkKept(caller: Caller, identifier: string): Promise<Report>
  /**
   * Checks some kept files, those first whose last check is longest ago; none that was checked within the
   * last day. Called again it goes on behind them. What is wrong with a file stops no other.
   */
  checkRound(options: RoundOptions): Promise<RoundReport>
  /** By the text of the printed code: the URL or its fragment. */
  byQr(caller: Caller, text: string): Promise<Report>
}

export interface RoundOptions {
  /** So many files at most. */
  readonly most: number
  readonly signal?: AbortSignal
}

export interface RoundReport {
  /** How many files are sound. */
  readonly sound: number
  /** Those that are not, with the verdict or the error's word. */
  readonly failed: readonly { readonly identifier: string; readonly code: string }[]
}

/** What can be read off a licence. Number and holders are needed for a full answer, as the standard has it. */
export interface Face {
  readonly number?: string
  readonly holders?: readonly Partial<Holder>[]
  readonly fields?: Fields
  readonly validity?: { readonly from?: string; readonly until?: string | null }
}

export interface Report {
  readonly by: 'file' | 'identifier' | 'code'
  /** One word for the whole. */
  readonly verdict: ReportVerdict
  /** Whether the authority that it names made it, and was entitled to. */
  readonly genuine: Answer
  /** Whether it is genuine, within its dates, and neither suspended nor ended. */
  readonly inForce: Answer
  /** Answer of 证照信息验证 (GB/T 36906): 0 right and in force … 6 the information disagrees. */
  readonly answer: 0 | 1 | 2 | 3 | 4 | 5 | 6
  /** Answer of 证照文件验证: 0 passed, 1 the seal fails, 2 the file fails; only by file. */
  readonly fileAnswer?: 0 | 1 | 2
  /** The state that was found; absent for a licence that nobody here issued. */
  readonly status?: ReportedStatus
  /** The moment judged at, RFC 3339 in UTC. */
  readonly at: string
  /** What to tell the person at the counter. */
  readonly summary: Words
  readonly remedy: Words
  readonly checks: readonly Check[]
  /** What the licence says, as far as the caller may know it. */
  readonly licence?: Partial<LicenceFacts>
  /** When the seal of the kept file was last checked, RFC 3339 in UTC; by file that is now. */
  readonly sealCheckedAt?: string
}

export type ReportVerdict =
  | Verdict
  | Exclude<State, 'pending'>
  | 'unknown'
  | 'face-differs'
  | 'face-incomplete'

export interface ReportedStatus {
  readonly state: State
  readonly recorded: RecordedState
  readonly name: Words
  /** Code of national practice: 01 to 07, 99. */
  readonly code?: string
  /** What code 99 stands for. */
  readonly description?: string
  /** Since when in force. */
  readonly since: string
  readonly recordedAt: string
  /** Entry of the ledger. */
  readonly index: number
  readonly successor?: string
}

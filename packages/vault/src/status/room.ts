import type { MoveName, Order, RecordedState, State } from '@licencevault/licence'
import type { Caller } from '../caller.ts'
import type { CallOptions, Licence } from '../issue/room.ts'

/**
 * Changes the status of licences by the table of moves, each change an entry of the ledger, and reads it
 * back on two time axes: since when in force, and since when recorded.
 */
export interface Status {
  /**
   * Makes a move that leads to no other licence.
   *
   * @throws VaultError `move-not-permitted`, `move-must-name`, `move-unknown`, `move-needs-order`,
   *   `effective-before-issue`, `effective-before-last-move`, `effective-in-future`, `authority-other`,
   *   `licence-being-replaced`, `holder-has-one`, `request-reused`
   */
  change(caller: Caller, requestId: string, identifier: string, change: Change): Promise<Act>
  /** 变更/换发: the next version takes its place, with other content. */
  replace(
    caller: Caller,
    requestId: string,
    identifier: string,
    how: Succession,
    options?: CallOptions,
  ): Promise<Succeeded>
  /** 延续: the next version takes its place, with another validity. */
  renew(
    caller: Caller,
    requestId: string,
    identifier: string,
    how: Succession,
    options?: CallOptions,
  ): Promise<Succeeded>
  /** 补发: the next version takes the place of one that was lost or damaged. */
  reissue(
    caller: Caller,
    requestId: string,
    identifier: string,
    how: Succession,
    options?: CallOptions,
  ): Promise<Succeeded>
  /** Every act on the licence, the first first, read from the ledger. Throws `licence-unknown`, `row-altered`. */
  history(identifier: string): Promise<readonly Act[]>
  /**
   * The status on the moment `at`, as it was known on the moment `knownAt`; both are now unless told.
   *
   * @throws VaultError `licence-unknown`, `status-not-known-then`, `row-altered`
   */
  statusAsOf(identifier: string, when?: { readonly at?: Date; readonly knownAt?: Date }): Promise<Standing>
}

export interface Change {
  readonly move: Exclude<MoveName, 'issue' | 'void' | 'replace' | 'renew' | 'reissue'>
  /** The decision document (决定文书). */
  readonly decision: string
  /** 法律依据 */
  readonly legalBasis?: string
  /** RFC 3339 with offset or `Z`; now unless told. */
  readonly effectiveFrom?: string
  /** Civil date on which a suspension ends; it stays suspended until it is restored. */
  readonly until?: string
  readonly description?: string
  /** The state that a correction sets. */
  readonly state?: RecordedState
}

export interface Succession {
  readonly order: Order
  readonly decision: string
  readonly legalBasis?: string
  readonly description?: string
}

export interface Succeeded {
  /** The new version. */
  readonly licence: Licence
  /** What was recorded about the old one. */
  readonly act: Act
}

/** One act on a licence, as the ledger has it. */
export interface Act {
  readonly identifier: string
  /** Name of the move; `issued`, `kept` and `void` for those of issuing. */
  readonly kind: string
  readonly index: number
  /** RFC 3339 in UTC, microseconds. */
  readonly recordedAt: string
  readonly effectiveFrom: string
  /** The state it leads to. */
  readonly state: RecordedState
  readonly authority: string
  readonly actor: { readonly application: string; readonly role: string }
  readonly decision?: string
  readonly legalBasis?: string
  readonly description?: string
  readonly until?: string
  readonly successor?: string
  readonly predecessor?: string
}

export interface Standing {
  readonly identifier: string
  readonly at: string
  readonly knownAt: string
  /** What was recorded last among the acts in force then. */
  readonly recorded: RecordedState
  /** With expiry and the first day of validity taken in. */
  readonly state: State
  /** Of the act that decided. */
  readonly since: string
  readonly recordedAt: string
  readonly index: number
}

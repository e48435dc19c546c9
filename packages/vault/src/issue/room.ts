import type { HolderCodeType, Order, State, Validity } from '@licencevault/licence'
import type { Caller } from '../caller.ts'
import type { Page, PageRequest } from '../page.ts'

/**
 * Issues licences: recorded in the ledger before they are sealed, kept before they are acknowledged. The
 * same request id gives the same licence, for ever; with another order it is refused as `request-reused`.
 */
export interface Issue {
  /** How the licence would look: a page marked as a specimen, unsealed, with no number and no code. */
  preview(caller: Caller, order: Order): Promise<Uint8Array>
  /**
   * Issues one licence. A signal that fires stops the waiting, not the licence: what was recorded is rolled
   * forward, and the same request id answers with it.
   *
   * @throws VaultError `order-does-not-fit`, `type-unknown`, `type-retired`, `type-superseded`,
   *   `authority-not-entitled-now`, `authority-other`, `seal-not-listed`, `holder-has-one`,
   *   `request-reused`, and what laying out throws about a text that has no place or glyph
   */
  issue(caller: Caller, requestId: string, order: Order, options?: CallOptions): Promise<Licence>
  /**
   * Issues many: answers come in the order in which they are ready, one for each order, and a refused order
   * stops no other. Orders are taken in only as fast as they are worked off.
   */
  issueMany(
    caller: Caller,
    orders: AsyncIterable<RequestedOrder> | Iterable<RequestedOrder>,
    options?: CallOptions,
  ): AsyncIterable<Outcome>
  /** Throws `licence-unknown`, `row-altered`. */
  get(caller: Caller, identifier: string): Promise<Licence>
  /** The file. Throws `licence-unknown`, `licence-not-kept`. */
  fetch(caller: Caller, identifier: string, options?: FetchOptions): Promise<LicenceFile>
  /** In order of issue. Throws `find-criterion-missing`, `cursor-wrong`. */
  find(caller: Caller, criteria: Criteria, page?: PageRequest): Promise<Page<Licence>>
  /**
   * Ends a licence that cannot be finished: the only way out of *issuing* beside being kept. Refused once a
   * file stands, since then it is finished instead.
   *
   * @throws VaultError `licence-unknown`, `move-not-permitted`, `void-file-stands`
   */
  voidIssue(caller: Caller, requestId: string, identifier: string, why: string): Promise<Licence>
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

export interface FetchOptions extends CallOptions {
  /** Awaited once the caller is known to be allowed, before any of the file is opened: to write the look down. */
  readonly beforeOpening?: () => Promise<void>
}

export interface RequestedOrder {
  readonly requestId: string
  readonly order: Order
}

/** `error` is a VaultError wherever the order or a store is to blame. */
export type Outcome =
  | { readonly requestId: string; readonly licence: Licence; readonly error?: undefined }
  | { readonly requestId: string; readonly error: Error; readonly licence?: undefined }

/** A licence as its row and the ledger have it: nothing of its holders or fields. */
export interface Licence {
  /** 证照标识 */
  readonly identifier: string
  /** 证照编号; it may be personal. */
  readonly number: string
  readonly type: { readonly code: string; readonly version: number }
  /** USCC of the issuing authority. */
  readonly authority: string
  /** As it stands now: expiry and the first day of validity are taken in. */
  readonly state: State
  readonly validity: Validity
  /** RFC 3339 in UTC. */
  readonly issuedAt: string
  /** Civil date at the authority. */
  readonly issuedOn: string
  /** SHA-256 of the statement, lower-case hex. */
  readonly statementDigest: string
  /** SHA-256 and size of the file; absent while it is being issued. */
  readonly file?: { readonly digest: string; readonly size: number }
  /** Of its entry `issued`. */
  readonly index: number
  /** The licence whose place it takes. */
  readonly predecessor?: string
  /** The licence that takes its place. */
  readonly successor?: string
}

export interface LicenceFile {
  readonly identifier: string
  readonly size: number
  readonly digest: string
  readonly stream: AsyncIterable<Uint8Array>
}

/** At least one of identifier, number, holder, type and state is needed. */
export interface Criteria {
  readonly identifier?: string
  readonly number?: string
  readonly holder?: { readonly code: string; readonly codeType?: HolderCodeType }
  /** Code of a licence type. */
  readonly type?: string
  /** USCC of the issuing authority: narrows, and is no criterion by itself. */
  readonly authority?: string
  readonly state?: State
}

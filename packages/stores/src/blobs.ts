/**
 * The port for bytes that rest under a key: licence files, ledger tiles, case packages.
 *
 * Whoever controls the store behind it can lose a blob or hand back an old one; nothing that is read
 * here is trusted before its digest or signature was checked.
 */

/** Bytes to keep: all at once, or a stream whose length is known beforehand. */
export type Content =
  | Uint8Array
  | { readonly size: number; readonly stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/**
 * Until when a version cannot be removed. GOVERNANCE lets a holder of a special permission shorten it,
 * COMPLIANCE nobody.
 */
export interface Retention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE'
  readonly until: Date
}

export interface BlobInfo {
  readonly key: string
  readonly size: number
  readonly modifiedAt: Date
  /** Which of the key's versions this is, where the store keeps versions. */
  readonly version?: string
  /** Where the store locks objects and this version is locked; `list` and `versions` do not ask for it. */
  readonly retention?: Retention
  readonly legalHold?: boolean
}

export interface Call {
  /** Ends the call early with the signal's reason. Whether a write took effect is then unknown. */
  readonly signal?: AbortSignal | undefined
}

export interface PutOptions extends Call {
  /** Refuse with `blob-exists` if the key is taken. Of several who race, one wins. */
  readonly ifAbsent?: boolean | undefined
  readonly retention?: Retention | undefined
  readonly legalHold?: boolean | undefined
}

export interface GetOptions extends Call {
  readonly version?: string | undefined
  /** Bytes from `start` up to but without `end`. */
  readonly range?: { readonly start: number; readonly end: number } | undefined
}

/**
 * Keeps blobs. Every method may be called many times at once, and every call ends: by default after
 * 30 s without a byte of progress it fails with `store-timeout`. After a failed or aborted write it is
 * unknown whether the write took effect; the same call may be made again.
 */
export interface Blobs {
  /**
   * Durable once it resolves, and never half there: until then readers see what was there before.
   * A stream that ends early or runs over its size fails with `blob-size-wrong` and leaves nothing.
   */
  put(key: string, content: Content, options?: PutOptions): Promise<BlobInfo>
  /** The whole blob or a range of it, in memory. Fails with `blob-missing`. */
  get(key: string, options?: GetOptions): Promise<Uint8Array>
  /**
   * The same as a stream. The bytes are fetched once the first are asked for: a stream that is never read
   * holds nothing, and one that was begun must be read to its end or left (`break`, `return()`). Bytes of
   * another size by then fail with `blob-changed`, none with `blob-missing`.
   */
  open(key: string, options?: GetOptions): Promise<{ info: BlobInfo; stream: AsyncIterable<Uint8Array> }>
  /** Undefined where no such blob exists. */
  head(key: string, options?: Call & { readonly version?: string | undefined }): Promise<BlobInfo | undefined>
  /** All blobs whose key starts with the prefix, in the order of the keys' bytes, after the key `after`. */
  list(prefix: string, options?: Call & { readonly after?: string | undefined }): AsyncIterable<BlobInfo>
  /** Every version of the key, newest first; where the store keeps none, the one blob. */
  versions(key: string, options?: Call): Promise<BlobInfo[]>
  /**
   * Removes the blob, or one version of it for good. Absent is no error. A locked version is refused
   * with `blob-locked`.
   */
  remove(key: string, options?: Call & { readonly version?: string | undefined }): Promise<void>
}

/** Who did it: a system and the role it acted in, never a person. */
export interface Actor {
  readonly application: string
  readonly role: string
}

/** What a caller wants recorded; the sequencer adds the rest. Nothing personal and no free text. */
export interface Draft {
  /** What happened, a word such as `issued`: small letters, digits and `-`, up to 48. */
  readonly kind: string
  /** Whom or what it is about, such as a licence identifier: up to 200 of letters, digits and `._:/@-`. */
  readonly subject: string
  /** Since when it counts: a civil date, or an instant in UTC (`2026-11-25T01:02:03Z`, up to six decimals). */
  readonly effectiveFrom: string
  /** Until when it counts; open unless told. */
  readonly effectiveTo?: string | null
  /** Unified social credit code of the authority in whose name it was done. */
  readonly authority: string
  /** Licence type and version, `code@version`. */
  readonly type?: string
  /** Larger things by the SHA-256 of their bytes, in lower-case hex; up to 32. */
  readonly digests: Readonly<Record<string, string>>
  /** Other subjects that it ties this one to, such as `successor`; up to 16. */
  readonly links?: Readonly<Record<string, string>>
  readonly actor: Actor
  /** SHA-256 of application and request id, in lower-case hex. */
  readonly request?: string
}

/** One leaf of the log: `licencevault.entry/1`, specified in `FORMAT.md`. */
export interface Entry extends Omit<Draft, 'effectiveTo'> {
  readonly format: string
  readonly ledger: string
  /** Leaf hash of the subject's entry before this one, in hex; `null` for its first. */
  readonly previous: string | null
  /** UTC with six decimals, never before that of the entry before it in the log. */
  readonly recordedAt: string
  readonly effectiveTo: string | null
}

/** An entry where it stands in the log. */
export interface Recorded {
  readonly index: number
  readonly entry: Entry
  /** Exactly what was hashed: the entry's canonical JSON. */
  readonly bytes: Uint8Array
  /** RFC 6962 leaf hash, in hex. */
  readonly leafHash: string
}

import type { Holder } from './holder.ts'

/** A value a face field may take. Integers are the only numbers; an amount is a string. */
export type FieldValue =
  | string
  | number
  | boolean
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue }
export type Fields = Readonly<Record<string, FieldValue>>

/**
 * What a licence says, machine-readable: `licencevault.statement/1`. Attached to the file as
 * `statement.json` in canonical JSON (RFC 8785); its digest is SHA-256 of those bytes.
 */
export interface Statement {
  readonly format: 'licencevault.statement/1'
  readonly type: { readonly code: string; readonly version: number; readonly name: string }
  /** SHA-256 of the template's canonical JSON, lower-case hex. */
  readonly template: string
  /** Version of the renderer that laid out the face. */
  readonly renderer: string
  /** 证照标识, GB/T 36904, with its OID root. */
  readonly identifier: string
  /** 证照编号 as printed; it may be personal and never becomes a key. */
  readonly number: string
  readonly holders: readonly Holder[]
  readonly fields: Fields
  /** Civil dates; `until: null` is 长期. Both days are inside the validity. */
  readonly validity: { readonly from: string; readonly until: string | null }
  readonly authority: { readonly code: string; readonly name: string }
  /** Instant of issue, RFC 3339 in UTC with seconds, such as `2026-11-23T09:44:30Z`. */
  readonly issuedAt: string
  /** 证照颁发日期, the civil date at the authority, `2026-11-23`. */
  readonly issuedOn: string
  /** 16 random bytes, base64url without padding. */
  readonly salt: string
}

import { createHash } from 'node:crypto'
import { VaultError } from '@licencevault/errors'
import type { Ledger } from '@licencevault/ledger'
import type { BlobKeys, Blobs, Db } from '@licencevault/stores'
import { error } from './codes.ts'
import { dayIn } from './retention/civil-day.ts'

/** What every room works with: the ports handed in, and what was made of them once. */
export interface Office {
  readonly db: Db
  readonly blobs: Blobs
  readonly ledger: Ledger
  readonly clock: () => Date
  /** IANA zone whose calendar decides on which day something happened. */
  readonly zone: string
  /** USCC of the body that keeps the archive: in its name acts are recorded that name no other. */
  readonly authority: string
  readonly keepWhileInForce: boolean
  readonly validityOf: ValidityOf | undefined
  readonly keys: BlobKeys
}

/**
 * The last day of a licence's validity, `null` for one without an end; `undefined` where nobody knows the licence.
 * Asked where an entry of the ledger tells of an issue and not until when it counts.
 */
export type ValidityOf = (identifier: string) => Promise<string | null | undefined>

export const today = ({ clock, zone }: Office): string => dayIn(zone, clock())

export const microseconds = ({ clock }: Office): number => clock().getTime() * 1000

/** SHA-256 in lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps what an entry names by its digest, and hands the digest back. The same bytes are kept once. */
export async function keepDocument({ blobs, keys }: Office, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes)
  try {
    await blobs.put(keys.byDigest(digest), bytes, { ifAbsent: true })
  } catch (cause) {
    if (!(cause instanceof VaultError && cause.code === 'blob-exists')) throw cause
  }
  return digest
}

/** Reads it back. Throws VaultError `blob-missing`, `document-altered`. */
export async function readDocument({ blobs, keys }: Office, digest: string): Promise<Uint8Array> {
  const bytes = await blobs.get(keys.byDigest(digest))
  if (sha256(bytes) !== digest) throw error('document-altered', { digest })
  return bytes
}

/** A document of a known format, whose digest was checked. Throws VaultError `format-unknown`. */
export function documentOf<T extends { readonly format: string }>(bytes: Uint8Array, known: T['format']): T {
  const document = JSON.parse(new TextDecoder().decode(bytes)) as T
  const { format } = document
  if (format !== known) throw error('format-unknown', { found: String(format).slice(0, 64), known })
  return document
}

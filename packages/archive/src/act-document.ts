import { randomBytes } from 'node:crypto'
import { canonicalise } from '@licencevault/licence'
import { documentOf, keepDocument, type Office, readDocument } from './office.ts'

const ACT_FORMAT = 'licencevault.archive-act/1'

/**
 * What an act was asked for by and answered with. An entry holds no user and only a hash of the request: it names
 * this document, from which the request's row comes back where the database is lost.
 */
export interface ActDocument {
  readonly format: typeof ACT_FORMAT
  readonly application: string
  readonly request: string
  /** Who sat at the application; absent where it named nobody. */
  readonly user?: string
  /** Microseconds since 1970 UTC: the time that its rows bear. */
  readonly atUs: number
  /** SHA-256 of what was asked for. */
  readonly content: string
  readonly answer: object
  /** Keeps the digest from being guessed. */
  readonly salt: string
}

export const newSalt = (): string => randomBytes(16).toString('base64url')

/** Keeps it and hands back the digest by which entries name it. */
export async function keepAct(office: Office, act: Omit<ActDocument, 'format'>): Promise<string> {
  return keepDocument(office, canonicalise({ format: ACT_FORMAT, ...act }))
}

/** Reads it back. Throws VaultError `blob-missing`, `document-altered`, `format-unknown`. */
export async function readAct(office: Office, digest: string): Promise<ActDocument> {
  return documentOf<ActDocument>(await readDocument(office, digest), ACT_FORMAT)
}

import { canonicalise, readCanonical } from '@licencevault/licence'
import { keepDocument, readDocument } from './documents.ts'
import { type Given, given } from './given.ts'
import type { Office } from './office.ts'
import type { Claim } from './requests.ts'

/**
 * The words of an act: decision, legal basis and whatever else is text. An entry of the ledger has no room
 * for them and names them by their digest; the salt keeps the digest from being guessed.
 */
export interface ActText {
  readonly decision?: string | undefined
  readonly legalBasis?: string | undefined
  readonly description?: string | undefined
  readonly until?: string | undefined
}

const FORMAT = 'licencevault.act/1'

/**
 * Keeps the words and hands back the digest by which an entry names them. However often a request comes, it
 * keeps one document: the salt follows from it, by a key of the office.
 */
export async function keepAct(
  office: Office,
  text: ActText,
  { application, request }: Pick<Claim, 'application' | 'request'>,
): Promise<string> {
  const salt = office.personal.index('act', `${application}\0${request}`)
  return keepDocument(office, canonicalise({ format: FORMAT, ...text, salt }))
}

/** Reads them back. Throws VaultError `blob-missing`, `blob-altered`. */
export async function readAct(office: Office, digest: string): Promise<Given<ActText>> {
  const { decision, legalBasis, description, until } = readCanonical(
    await readDocument(office, digest),
  ) as unknown as ActText
  return given({ decision, legalBasis, description, until })
}

import { VaultError } from '@licencevault/errors'
import { readStatement, type Statement } from '@licencevault/licence'
import { attachmentsOf, readPdf } from '@licencevault/signing'
import { sha256 } from '../documents.ts'
import { MAX_FILE_BYTES, readMark } from '../issue/make.ts'
import type { Office } from '../office.ts'

/** What stands under the key of a licence's file, as far as an entry of the ledger vouches for it. */
export interface FoundFile {
  /** The statement of which the entry has the digest. */
  readonly statement?: { readonly value: Statement; readonly bytes: Uint8Array }
  /** Of the file; absent where none stands. */
  readonly digest?: string
  readonly size?: number
  /** Why it says nothing. */
  readonly trouble?: string
}

/** Reads what stands there, and believes it where it bears the statement that was recorded. */
export async function readFile(
  { blobs, keys }: Office,
  identifier: string,
  recorded: string,
): Promise<FoundFile> {
  try {
    const key = keys.licence(identifier)
    const { size } = (await blobs.head(key)) ?? {}
    if (size === undefined) return { trouble: 'blob-missing' }
    if (size > MAX_FILE_BYTES) return { trouble: 'file-foreign' }
    const file = await blobs.get(key)
    if (readMark(file)) return { trouble: 'void' }
    const bytes = attached(file)
    if (!bytes || sha256(bytes) !== recorded) return { trouble: 'file-foreign' }
    return { statement: { value: readStatement(bytes), bytes }, digest: sha256(file), size }
  } catch (cause) {
    // A store that is away is no answer to what stands in it.
    if (!(cause instanceof VaultError) || cause.kind === 'unavailable') throw cause
    return { trouble: cause.code }
  }
}

function attached(file: Uint8Array): Uint8Array | undefined {
  const pdf = readPdf(file)
  const found = attachmentsOf(pdf).find(({ name }) => name === 'statement.json')
  return found && pdf.decode(found.stream)
}

import { VaultError } from '@licencevault/errors'
import type { BlobKeys, Blobs } from '@licencevault/stores'
import { fromHex, fromUtf8, hex } from './bytes.ts'
import { openCheckpoint } from './checkpoint.ts'
import { error } from './codes.ts'
import { emptyRoot, isConsistent } from './merkle.ts'
import type { NoteKey } from './note.ts'
import { type Head, isCode, type Tiles } from './tiles.ts'

/** A head and the note by which it was signed. */
export interface Signed extends Head {
  readonly note: string
}

/** What is published, as the blob store has it: the empty log where nothing is. */
export async function publishedHead(
  blobs: Blobs,
  keys: BlobKeys,
  trusted: readonly NoteKey[],
): Promise<Signed> {
  try {
    const bytes = await blobs.get(keys.checkpoint)
    const { size, root } = await openCheckpoint(bytes, trusted)
    return { size, root: hex(root), note: fromUtf8(bytes) ?? '' }
  } catch (cause) {
    if (!isCode(cause, 'blob-missing')) throw cause
    return { size: 0, root: hex(emptyRoot()), note: '' }
  }
}

/**
 * Whether the log in the database continues what is published; the error that says why not. A database
 * may be ahead by the batch that it committed last, never behind.
 */
export async function troubleBetween(
  head: Head,
  published: Signed,
  tiles: Tiles,
): Promise<VaultError | undefined> {
  const { size } = published
  if (head.size < size) return error('database-older', { size: head.size, published: size })
  if (head.size === size) return head.root === published.root ? undefined : error('ledger-split', { size })
  try {
    // Reading the edge proves that the tiles of the database's head stand.
    await tiles.edgeAt(head)
    const proof = await tiles.consistency(size, head.size, head.size)
    const grew = isConsistent(size, head.size, fromHex(published.root), fromHex(head.root), proof)
    return grew ? undefined : error('ledger-split', { size })
  } catch (cause) {
    if (isCode(cause, 'blob-missing')) return error('checkpoint-missing', { size: head.size }, { cause })
    if (cause instanceof VaultError) return cause
    throw cause
  }
}

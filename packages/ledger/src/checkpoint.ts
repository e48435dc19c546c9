import { base64, fromBase64 } from './bytes.ts'
import { HASH, isSize } from './merkle.ts'
import { type NoteKey, openNote } from './note.ts'
import { error } from './proof-codes.ts'

/** How far a log had grown, and the root of its tree then (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** Further lines are extensions, which nobody is told to understand. */
function readCheckpointText(text: string): Checkpoint {
  const [origin = '', decimal = '', encoded = ''] = text.split('\n')
  const size = /^(0|[1-9][0-9]{0,15})$/.test(decimal) ? Number(decimal) : Number.NaN
  const root = fromBase64(encoded)
  if (origin === '' || !isSize(size) || root?.length !== HASH) throw error('checkpoint-malformed')
  return { origin, size, root }
}

/**
 * A checkpoint that one of these keys has signed under its own name: a log signs as its origin.
 *
 * @throws VaultError `note-malformed`, `note-key-unknown`, `note-signature-wrong`, `checkpoint-malformed`
 */
export async function openCheckpoint(
  note: Uint8Array,
  keys: readonly NoteKey[],
): Promise<Checkpoint & { readonly by: NoteKey }> {
  const { text, by } = await openNote(note, keys)
  const checkpoint = readCheckpointText(text)
  if (checkpoint.origin !== by.name) throw error('checkpoint-malformed')
  return { ...checkpoint, by }
}

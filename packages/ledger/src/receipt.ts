import { sameBytes } from './bytes.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { readEntry } from './entry.ts'
import type { Entry } from './entry-shape.ts'
import { leafHash, rootOfInclusion } from './merkle.ts'
import type { NoteKey } from './note.ts'
import { error } from './proof-codes.ts'
import { readTlogProof } from './tlog-proof.ts'

/** What a verified receipt proves: this entry stands at this index of the log of that checkpoint. */
export interface Receipt {
  readonly entry: Entry
  readonly index: number
  readonly checkpoint: Checkpoint
  /** Which of the keys signed the checkpoint. */
  readonly by: NoteKey
}

/**
 * Verifies `receipt.tlog`: a C2SP tlog-proof whose extra line carries the entry's bytes. Everything in it
 * is taken to come from an attacker, but what one of these keys has signed.
 *
 * @throws VaultError `proof-too-large`, `proof-malformed`, `note-malformed`, `note-key-unknown`,
 *   `note-signature-wrong`, `checkpoint-malformed`, `proof-wrong`, `entry-too-large`,
 *   `entry-version-unknown`, `entry-malformed`
 */
export async function verifyReceipt(bytes: Uint8Array, keys: readonly NoteKey[]): Promise<Receipt> {
  const { extra, index, hashes, checkpoint: note } = readTlogProof(bytes)
  if (!extra) throw error('proof-malformed', { found: 'it carries no entry', foundZh: '未附条目' })
  const { by, ...checkpoint } = await openCheckpoint(note, keys)
  const root = rootOfInclusion(leafHash(extra), index, checkpoint.size, hashes)
  if (!root || !sameBytes(root, checkpoint.root)) throw error('proof-wrong')
  const entry = readEntry(extra)
  if (entry.ledger !== checkpoint.origin) throw error('entry-malformed', { where: 'ledger' })
  return { entry, index, checkpoint, by }
}

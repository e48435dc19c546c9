/**
 * The half of the ledger that needs no store: hashes, proofs, signed notes, entries and receipts. It runs in
 * browsers, and no file of it imports Node.
 */
export { MAX_ENTRY_BYTES, readBundle, writeBundle } from './bundle.ts'
export { type Checkpoint, checkpointText, openCheckpoint } from './checkpoint.ts'
export { ENTRY_FORMAT, readEntry } from './entry.ts'
export type { Actor, Draft, Entry, Recorded } from './entry-shape.ts'
export { emptyRoot, isConsistent, leafHash, nodeHash, rootOfInclusion } from './merkle.ts'
export { type NoteKey, noteKeyOf, openNote, rawPublicKey, readVkey, writeNote, writeVkey } from './note.ts'
export { type Receipt, verifyReceipt } from './receipt.ts'
export { readTlogProof, type TlogProof, writeTlogProof } from './tlog-proof.ts'

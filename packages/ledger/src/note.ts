import { sha256, verifyEd25519 } from '#hashing'
import { base64, concat, fromBase64, fromUtf8, hex, utf8 } from './bytes.ts'
import { error } from './proof-codes.ts'

/** C2SP signed notes with Ed25519 (signature type 1). */

/** A key that notes are verified with. */
export interface NoteKey {
  readonly name: string
  /** Eight hex digits. */
  readonly id: string
  /** The 32 bytes of an Ed25519 public key. */
  readonly publicKey: Uint8Array
}

const ED25519 = 1
const PUBLIC_KEY = 32
const SIGNATURE = 64
const ID = 4
/** Bytes of a note that is read: room for sixteen signatures of today's largest kind. */
export const MAX_NOTE_BYTES = 131_072
const MAX_SIGNATURES = 64
const NAME = /^[^\s+\p{Cc}\p{Zs}]{1,256}$/u

export function noteKeyOf(name: string, publicKey: Uint8Array): NoteKey {
  if (!NAME.test(name) || publicKey.length !== PUBLIC_KEY) throw error('vkey-malformed')
  return { name, id: idOf(name, publicKey), publicKey }
}

/** SubjectPublicKeyInfo of an Ed25519 key ends with the key's 32 bytes; what stands before them is always the same. */
export function rawPublicKey(spki: Uint8Array): Uint8Array {
  if (spki.length !== SPKI.length + PUBLIC_KEY || !SPKI.every((byte, at) => byte === spki[at])) {
    throw error('vkey-malformed')
  }
  return spki.slice(SPKI.length)
}
const SPKI = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)

/** `name+id+base64`, the form in which a verifier key is handed on. */
export function writeVkey({ name, id, publicKey }: NoteKey): string {
  return `${name}+${id}+${base64(concat([Uint8Array.of(ED25519), publicKey]))}`
}

/** @throws VaultError `vkey-malformed`, also for other kinds than Ed25519 */
export function readVkey(vkey: string): NoteKey {
  const [, name = '', id, encoded = ''] =
    /^([^+]{1,256})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(vkey) ?? []
  const bytes = fromBase64(encoded)
  if (!bytes || bytes[0] !== ED25519) throw error('vkey-malformed')
  const key = noteKeyOf(name, bytes.slice(1))
  if (key.id !== id) throw error('vkey-malformed')
  return key
}

function idOf(name: string, publicKey: Uint8Array): string {
  return hex(sha256(concat([utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey])).subarray(0, ID))
}

/** The note of a text that ends with a line break, and its signature by this key. */
export function writeNote(text: string, { name, id }: NoteKey, signature: Uint8Array): string {
  const idBytes = Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return `${text}\n— ${name} ${base64(concat([idBytes, signature]))}\n`
}

/**
 * The text of a note, once one of the keys has signed it. Signatures of keys that are not among these
 * are passed over; one of a known key that is wrong refuses the whole.
 *
 * @throws VaultError `note-malformed`, `note-key-unknown`, `note-signature-wrong`
 */
export async function openNote(
  note: Uint8Array,
  keys: readonly NoteKey[],
): Promise<{ text: string; by: NoteKey }> {
  const { text, signatures } = readNote(note)
  let by: NoteKey | undefined
  for (const { name, id, signature } of signatures) {
    const key = keys.find((known) => known.name === name && known.id === id)
    if (!key) continue
    const right =
      signature.length === SIGNATURE && (await verifyEd25519(key.publicKey, utf8(text), signature))
    if (!right) throw error('note-signature-wrong', { name })
    by ??= key
  }
  if (!by) throw error('note-key-unknown')
  return { text, by }
}

interface NoteSignature {
  readonly name: string
  readonly id: string
  readonly signature: Uint8Array
}

function readNote(note: Uint8Array): { text: string; signatures: NoteSignature[] } {
  const whole = note.length <= MAX_NOTE_BYTES ? fromUtf8(note) : undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids them
  if (whole === undefined || /[\u0000-\u0009\u000b-\u001f]/.test(whole)) throw error('note-malformed')
  const blank = whole.lastIndexOf('\n\n')
  if (blank < 1 || !whole.endsWith('\n')) throw error('note-malformed')
  const lines = whole.slice(blank + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw error('note-malformed')
  return { text: whole.slice(0, blank + 1), signatures: lines.map(readSignature) }
}

function readSignature(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...more] = line.split(' ')
  const bytes = fromBase64(encoded)
  if (dash !== '—' || !NAME.test(name) || more.length > 0 || !bytes || bytes.length <= ID) {
    throw error('note-malformed')
  }
  return { name, id: hex(bytes.subarray(0, ID)), signature: bytes.subarray(ID) }
}

import { hash } from 'node:crypto'
import { MAX_ENTRY_BYTES } from './bundle.ts'
import { readEntryText } from './entry.ts'
import type { Entry, Recorded } from './entry-shape.ts'

/** An entry of the log on its way through it; what is asked for seldom is made when it is asked for. */
export class Leaf implements Recorded {
  readonly index: number
  /** The entry's canonical JSON, which is ASCII. */
  readonly text: string
  readonly leafHash: string
  #entry: Entry | undefined

  constructor(index: number, text: string) {
    this.index = index
    this.text = text
    this.leafHash = leafHashOf(text)
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(Buffer.from(this.text, 'latin1'))
  }

  get entry(): Entry {
    this.#entry ??= readEntryText(this.text)
    return this.#entry
  }
}

// A leaf is hashed behind a zero. Hashes come as text here: a hash that comes as bytes brings a buffer of
// its own, which takes longer to make and to collect than the hash.
const prefixed = Buffer.alloc(MAX_ENTRY_BYTES + 1)

function leafHashOf(text: string): string {
  // What a row holds may be longer than any entry; it then differs from every leaf.
  const written = prefixed.write(text, 1, 'latin1')
  return hash('sha256', prefixed.subarray(0, written + 1), 'hex')
}

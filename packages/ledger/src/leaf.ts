import { hash } from 'node:crypto'
import { readEntry } from './entry.ts'
import type { Entry, Recorded } from './entry-shape.ts'

/** An entry of the log on its way through it; what is asked for seldom is made when it is asked for. */
export class Leaf implements Recorded {
  readonly index: number
  readonly subject: string
  readonly kind: string
  readonly text: string
  /** The entry behind its length, as an entry bundle holds it. */
  readonly bundled: Uint8Array
  readonly hash: Uint8Array
  readonly leafHash: string

  constructor(index: number, subject: string, kind: string, text: string) {
    this.index = index
    this.subject = subject
    this.kind = kind
    this.text = text
    const length = text.length
    const bundled = Buffer.allocUnsafe(length + 2)
    bundled.write(text, 2, 'latin1')
    // A leaf is hashed behind a zero, which stands here where the length ends afterwards.
    bundled[1] = 0
    this.hash = hash('sha256', bundled.subarray(1), 'buffer')
    this.leafHash = (this.hash as Buffer).toString('hex')
    bundled.writeUInt16BE(length, 0)
    this.bundled = bundled
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.bundled.subarray(2))
  }

  get entry(): Entry {
    return readEntry(this.bytes)
  }
}

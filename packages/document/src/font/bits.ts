/** Bits as deflate writes them, the lowest bit of a byte first, 32 of them in a word. */
export interface Bits {
  readonly words: Uint32Array
  /** In bits; beyond it the last word is 0. */
  readonly length: number
}

/** Puts bits one after the other. */
export class BitWriter {
  #view: DataView
  #at = 0
  #held = 0
  #count = 0

  /** @param capacity bytes; it grows when more are needed */
  constructor(capacity: number) {
    this.#view = new DataView(new ArrayBuffer(capacity + 8))
  }

  /** At most 31 bits. */
  put(value: number, count: number): void {
    const all = this.#count + count
    const held = this.#held | (value << this.#count)
    if (all < 32) {
      this.#held = held
      this.#count = all
      return
    }
    this.#reserve(8)
    this.#view.setUint32(this.#at, held, true)
    this.#at += 4
    this.#held = this.#count === 0 ? 0 : value >>> (32 - this.#count)
    this.#count = all - 32
  }

  append({ words, length }: Bits): void {
    this.#reserve(4 * words.length + 8)
    const view = this.#view
    const shift = this.#count
    const whole = length >>> 5
    let held = this.#held
    let at = this.#at
    if (shift === 0)
      for (let index = 0; index < whole; index++, at += 4) view.setUint32(at, words[index] ?? 0, true)
    else
      for (let index = 0; index < whole; index++, at += 4) {
        const word = words[index] ?? 0
        view.setUint32(at, held | (word << shift), true)
        held = word >>> (32 - shift)
      }
    this.#at = at
    this.#held = held
    if (length & 31) this.put(words[whole] ?? 0, length & 31)
  }

  /** Whole bytes, at a byte boundary. */
  appendBytes(bytes: Uint8Array): void {
    this.align()
    this.#reserve(bytes.length + 8)
    new Uint8Array(this.#view.buffer).set(bytes, this.#at)
    this.#at += bytes.length
  }

  /** Goes on to the next byte; what is left of this one is 0. */
  align(): void {
    this.#reserve(8)
    this.#view.setUint32(this.#at, this.#held, true)
    this.#at += (this.#count + 7) >>> 3
    this.#held = 0
    this.#count = 0
  }

  /** The bits so far, to be appended elsewhere. */
  bits(): Bits {
    const length = 8 * this.#at + this.#count
    this.#reserve(8)
    this.#view.setUint32(this.#at, this.#held, true)
    this.#view.setUint32(this.#at + 4, 0, true)
    const words = new Uint32Array((length + 31) >>> 5)
    for (let index = 0; index < words.length; index++) words[index] = this.#view.getUint32(4 * index, true)
    return { words, length }
  }

  /** The bytes so far; the last one is filled with 0. */
  bytes(): Uint8Array {
    this.align()
    return new Uint8Array(this.#view.buffer, 0, this.#at)
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#view.byteLength) return
    const grown = new Uint8Array(2 * this.#view.byteLength + count)
    grown.set(new Uint8Array(this.#view.buffer))
    this.#view = new DataView(grown.buffer)
  }
}

/** Bits as deflate writes them: the lowest bit of a byte first. */
export interface Bits {
  readonly bytes: Uint8Array
  readonly length: number
}

/** Puts bits one after the other. */
export class BitWriter {
  #bytes: Uint8Array
  #at = 0
  #held = 0
  #count = 0

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity)
  }

  /** At most 24 bits. */
  put(value: number, count: number): void {
    this.#held |= value << this.#count
    this.#count += count
    while (this.#count >= 8) {
      this.#byte(this.#held & 0xff)
      this.#held >>>= 8
      this.#count -= 8
    }
  }

  append(bits: Bits): void {
    const whole = bits.length >> 3
    this.#reserve(whole + 2)
    const shift = this.#count
    const { bytes } = bits
    const out = this.#bytes
    let held = this.#held
    let at = this.#at
    for (let index = 0; index < whole; index++) {
      held |= (bytes[index] ?? 0) << shift
      out[at++] = held & 0xff
      held >>>= 8
    }
    this.#held = held
    this.#at = at
    const rest = bits.length & 7
    if (rest > 0) this.put((bytes[whole] ?? 0) & ((1 << rest) - 1), rest)
  }

  /** Whole bytes, at a byte boundary. */
  appendBytes(bytes: Uint8Array): void {
    this.align()
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
  }

  align(): void {
    if (this.#count > 0) this.put(0, 8 - this.#count)
  }

  finish(): Bits {
    const length = 8 * this.#at + this.#count
    this.align()
    return { bytes: this.#bytes.slice(0, this.#at), length }
  }

  #byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#at++] = value
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.length) return
    const grown = new Uint8Array(2 * this.#bytes.length + count)
    grown.set(this.#bytes.subarray(0, this.#at))
    this.#bytes = grown
  }
}

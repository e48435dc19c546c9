import { type Bits, BitWriter } from './bits.ts'

/**
 * A Huffman code for literal bytes, made once from a sample of a font's outlines. Bytes coded with it
 * can be put together in any order inside one deflate block (RFC 1951, 3.2.7), so that a glyph is
 * compressed once and not once per licence.
 */
export interface ByteCode {
  /** Opens a block that is not the last. */
  readonly header: Bits
  /** Ends the block. */
  readonly end: Bits
  encode(bytes: Uint8Array): Bits
}

const endOfBlock = 256
const longest = 15

/** Makes the code that suits bytes of these frequencies (256 of them). */
export function byteCode(frequencies: readonly number[]): ByteCode {
  const lengths = codeLengths([...frequencies.map((count) => count + 1), 1])
  const codes = reversedCodes(lengths)
  const encode = (symbols: Iterable<number>, capacity: number): Bits => {
    const out = new BitWriter(capacity)
    for (const symbol of symbols) out.put(codes[symbol] ?? 0, lengths[symbol] ?? 0)
    return out.bits()
  }
  return {
    header: blockHeader(lengths),
    end: encode([endOfBlock], 4),
    encode: (bytes) => encode(bytes, bytes.length + 16),
  }
}

/** Huffman code lengths; frequencies are flattened until none is longer than deflate allows. */
function codeLengths(frequencies: readonly number[]): number[] {
  let flattened = frequencies
  let lengths = huffmanDepths(flattened)
  while (Math.max(...lengths) > longest) {
    flattened = flattened.map((count) => Math.ceil(count / 2))
    lengths = huffmanDepths(flattened)
  }
  return lengths
}

function huffmanDepths(frequencies: readonly number[]): number[] {
  interface Node {
    readonly weight: number
    readonly symbols: readonly number[]
  }
  const depths = frequencies.map(() => 0)
  let nodes: Node[] = frequencies.map((weight, symbol) => ({ weight, symbols: [symbol] }))
  while (nodes.length > 1) {
    // Equal weights are taken in the order of their first symbols: the same code on every machine.
    nodes.sort((a, b) => a.weight - b.weight || (a.symbols[0] ?? 0) - (b.symbols[0] ?? 0))
    const [first, second, ...rest] = nodes
    if (!first || !second) break
    const symbols = [...first.symbols, ...second.symbols]
    for (const symbol of symbols) depths[symbol] = (depths[symbol] ?? 0) + 1
    nodes = [...rest, { weight: first.weight + second.weight, symbols }]
  }
  return depths
}

/** Canonical codes, their bits reversed: deflate sends Huffman codes from the highest bit. */
function reversedCodes(lengths: readonly number[]): number[] {
  const codes = lengths.map(() => 0)
  let code = 0
  for (let length = 1; length <= longest; length++) {
    lengths.forEach((own, symbol) => {
      if (own === length) codes[symbol] = reversed(code++, length)
    })
    code <<= 1
  }
  return codes
}

function reversed(code: number, length: number): number {
  let out = 0
  for (let bit = 0; bit < length; bit++) out |= ((code >> bit) & 1) << (length - 1 - bit)
  return out
}

/** BTYPE 10, 257 literal codes, one unused distance code; the lengths themselves in plain four bits. */
function blockHeader(lengths: readonly number[]): Bits {
  const out = new BitWriter(160)
  out.put(0, 1)
  out.put(2, 2)
  out.put(0, 5)
  out.put(0, 5)
  out.put(15, 4)
  for (let index = 0; index < 19; index++) out.put(index < 3 ? 0 : 4, 3)
  for (const length of [...lengths, 1]) out.put(reversed(length, 4), 4)
  return out.bits()
}

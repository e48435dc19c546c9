import { zlibSync } from 'fflate'
import type { Bits } from '../src/font/bits.ts'
import type { Fonts } from '../src/font/fonts.ts'
import { byteCode } from '../src/font/huffman.ts'
import type { Subset, SubsetFile } from '../src/font/subset.ts'
import type { FileWriter, Ref, Stream } from '../src/pdf/file.ts'
import { makePress, type Press } from '../src/press.ts'
import type { Template } from '../src/template.ts'

/**
 * A press that writes a file the plain way: each object as bytes, a font subset as one whole file that is
 * checksummed and packed from its first byte to its last, nothing kept from one licence to the next. What
 * the fast one writes must be the same to the bit.
 */
export function openPlainPress(template: Template, fonts: Fonts): Press {
  const anew = () => makePress(template, fonts, { newFile: () => new PlainFile(), subsetFile: plainSubset })
  return { ...anew(), render: (statement, extras) => anew().render(statement, extras) }
}

class PlainFile implements FileWriter {
  readonly #objects: Buffer[] = []

  reserve(): Ref {
    return this.#objects.push(Buffer.alloc(0))
  }

  add(object: string | Stream): Ref {
    const ref = this.reserve()
    this.set(ref, object)
    return ref
  }

  set(ref: Ref, object: string | Stream): void {
    this.#objects[ref - 1] = typeof object === 'string' ? Buffer.from(`${object}\n`) : plainStream(object)
  }

  bytes(root: Ref, info: Ref, id: string): Uint8Array {
    let file = Buffer.from('%PDF-1.7\n%\xe7\x85\xa7\xe5\n', 'latin1')
    const rows = ['0000000000 65535 f \n']
    this.#objects.forEach((object, index) => {
      rows.push(`${String(file.length).padStart(10, '0')} 00000 n \n`)
      file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('endobj\n')])
    })
    const trailer = `<< /Size ${rows.length} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>`
    const end = `xref\n0 ${rows.length}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
    return new Uint8Array(Buffer.concat([file, Buffer.from(end)]))
  }
}

function plainStream({ dictionary = '', bytes, packed }: Stream): Buffer {
  const given = Buffer.from(bytes)
  const data = packed ? given : zlibSync(given, { level: 1 })
  const filter = packed === 'plain' ? '' : '/Filter /FlateDecode '
  const head = `<< ${dictionary} ${filter}/Length ${data.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\n')])
}

/** The subset as a font file, and that file as one zlib stream. */
function plainSubset({ font, characters }: Subset): SubsetFile {
  const glyphs = [0, ...characters.map(({ glyph }) => glyph)]
  const outlines = glyphs.map((glyph) => Buffer.from(font.outline(glyph)))
  const glyf = Buffer.concat(outlines)
  const short = glyf.length < 0x20000
  const head = changed(font.head, (table) => {
    table.writeUInt32BE(0, 8)
    table.writeInt16BE(short ? 0 : 1, 50)
  })
  const hmtx = Buffer.concat(glyphs.map((glyph) => int16s(font.advance(glyph), font.bearing(glyph))))
  const ends = [0]
  for (const outline of outlines) ends.push((ends.at(-1) ?? 0) + outline.length)
  const loca = Buffer.concat(ends.map((at) => (short ? int16s(at / 2) : int32(at))))
  const tables: [tag: string, bytes: Buffer][] = [
    ['glyf', glyf],
    ['head', head],
    ['hhea', changed(font.hhea, (table) => table.writeUInt16BE(glyphs.length, 34))],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', changed(font.maxp, (table) => table.writeUInt16BE(glyphs.length, 4))],
  ]
  const records: Buffer[] = [Buffer.from('00010000000600400002' + '0020', 'hex')]
  let at = 12 + 16 * tables.length
  for (const [tag, bytes] of tables) {
    records.push(Buffer.from(tag), int32(sumOf(bytes)), int32(at), int32(bytes.length))
    at += padded(bytes).length
  }
  const directory = Buffer.concat(records)
  const file = Buffer.concat([directory, ...tables.map(([, bytes]) => padded(bytes))])
  file.writeUInt32BE((0xb1b0afba - sumOf(file)) >>> 0, directory.length + glyf.length + 8)
  return {
    bytes: zlibStream(file, directory.length, directory.length + glyf.length, font.outlines),
    length: file.length,
  }
}

/** Directory and tail as they are, the outlines between them in one block with the code of their font. */
function zlibStream(file: Buffer, from: number, to: number, sample: Uint8Array): Uint8Array {
  const code = byteCode(frequencies(sample))
  const bits: number[] = []
  putStored(bits, file.subarray(0, from), false)
  for (const part of [code.header, code.encode(file.subarray(from, to)), code.end]) putBits(bits, part)
  for (let at = to; at < file.length; at += 0xffff)
    putStored(bits, file.subarray(at, at + 0xffff), at + 0xffff >= file.length)
  const packed = Buffer.alloc(bits.length / 8)
  for (const [at, bit] of bits.entries()) packed[at >> 3] = (packed[at >> 3] ?? 0) | (bit << (at & 7))
  return new Uint8Array(Buffer.concat([Buffer.from([0x78, 0x9c]), packed, int32(adlerOf(file))]))
}

/** RFC 1951, 3.2.4: two lengths, the second the complement of the first, then the bytes. */
function putStored(bits: number[], bytes: Buffer, last: boolean): void {
  bits.push(last ? 1 : 0, 0, 0)
  while (bits.length % 8 > 0) bits.push(0)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(bytes.length, 0)
  lengths.writeUInt16LE(bytes.length ^ 0xffff, 2)
  for (const byte of [...lengths, ...bytes]) for (let bit = 0; bit < 8; bit++) bits.push((byte >> bit) & 1)
}

function putBits(bits: number[], { words, length }: Bits): void {
  for (let at = 0; at < length; at++) bits.push(((words[at >> 5] ?? 0) >>> (at & 31)) & 1)
}

/** As the fast press counts them: every sixteenth stretch of 64 bytes. */
function frequencies(bytes: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0)
  for (let at = 0; at < bytes.length; at += at % 1024 === 63 ? 961 : 1) {
    const byte = bytes[at] ?? 0
    counts[byte] = (counts[byte] ?? 0) + 1
  }
  return counts
}

function adlerOf(bytes: Uint8Array): number {
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return high * 65536 + low
}

/** Sum of big-endian words modulo 2³², as if zeros followed. */
function sumOf(bytes: Buffer): number {
  const whole = padded(bytes)
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) % 2 ** 32
  return sum
}

const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function changed(bytes: Uint8Array, change: (table: Buffer) => unknown): Buffer {
  const table = Buffer.from(bytes)
  change(table)
  return table
}

function int32(value: number): Buffer {
  const out = Buffer.alloc(4)
  out.writeUInt32BE(value)
  return out
}

function int16s(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) out.writeUInt16BE(value & 0xffff, 2 * index)
  return out
}

/** A glyph of a tiny font: a triangle, a composite of another moved and shrunk, or bytes as they come. */
type TinyGlyph =
  | { readonly kind: 'triangle'; readonly size: number; readonly instructions?: number }
  | { readonly kind: 'composite'; readonly of: number; readonly dx: number; readonly half?: boolean }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }

export interface TinyFont {
  /** Code points of the glyphs from 1 on; glyph 0 is a triangle. */
  readonly characters: readonly (readonly [number, TinyGlyph])[]
  readonly embedding?: number
  readonly unitsPerEm?: number
  /** `4` writes a character map of that format; `12` unless given. */
  readonly map?: 4 | 12
}

/** Writes a small but whole TrueType font, so that tests need no file. */
export function tinyFont({ characters, embedding = 0, unitsPerEm = 1000, map = 12 }: TinyFont): Uint8Array {
  const glyphs = [triangle(300, 0), ...characters.map(([, glyph]) => glyphBytes(glyph))].map(padded)
  const offsets = [0]
  for (const glyph of glyphs) offsets.push((offsets.at(-1) ?? 0) + glyph.length)
  const codePoints = characters.map(([codePoint]) => codePoint)
  return fontFile({
    'OS/2': words(96, [
      [2, 500],
      [4, 400],
      [8, embedding],
      [68, 880],
      [70, -120],
      [88, 733],
    ]),
    cmap: map === 12 ? groupMap(codePoints) : segmentMap(codePoints),
    glyf: joined(glyphs),
    head: words(54, [
      [18, unitsPerEm],
      [36, 0],
      [38, -120],
      [40, 1000],
      [42, 880],
      [50, 1],
    ]),
    hhea: words(36, [
      [4, 880],
      [6, -120],
      [34, glyphs.length],
    ]),
    hmtx: words(
      4 * glyphs.length,
      glyphs.map((_, index) => [4 * index, unitsPerEm] as const),
    ),
    loca: longs(offsets),
    maxp: words(32, [
      [0, 1],
      [4, glyphs.length],
    ]),
    name: nameTable('Tiny'),
  })
}

function glyphBytes(glyph: TinyGlyph): Uint8Array {
  if (glyph.kind === 'raw') return glyph.bytes
  if (glyph.kind === 'triangle') return triangle(glyph.size, glyph.instructions ?? 0)
  // ARG_1_AND_2_ARE_WORDS, ARGS_ARE_XY_VALUES, and WE_HAVE_A_SCALE with one half.
  const flags = glyph.half ? 0x0b : 0x03
  return words(glyph.half ? 20 : 18, [
    [0, -1],
    [10, flags],
    [12, glyph.of],
    [14, glyph.dx],
    [16, 0],
    ...(glyph.half ? [[18, 0x2000] as const] : []),
  ])
}

function triangle(size: number, instructions: number): Uint8Array {
  const head = words(14 + instructions, [
    [0, 1],
    [6, size],
    [8, size],
    [10, 2],
    [12, instructions],
  ])
  const points = words(12, [
    [0, 0],
    [2, size],
    [4, 0],
    [6, 0],
    [8, 0],
    [10, size],
  ])
  return joined([head, Uint8Array.of(1, 1, 1), points])
}

function groupMap(codePoints: readonly number[]): Uint8Array {
  const sorted = codePoints
    .map((codePoint, index) => [codePoint, index + 1] as const)
    .sort((a, b) => a[0] - b[0])
  const header = words(12, [
    [2, 1],
    [4, 3],
    [6, 10],
    [10, 12],
  ])
  const table = longs([12 << 16, 16 + 12 * sorted.length, 0, sorted.length])
  return joined([header, table, ...sorted.map(([codePoint, glyph]) => longs([codePoint, codePoint, glyph]))])
}

function segmentMap(codePoints: readonly number[]): Uint8Array {
  const sorted = codePoints
    .map((codePoint, index) => [codePoint, index + 1] as const)
    .sort((a, b) => a[0] - b[0])
  const segments = [...sorted, [0xffff, 0] as const]
  const count = segments.length
  const at = 12
  const body = words(at + 16 + 8 * count, [
    [2, 1],
    [4, 3],
    [6, 1],
    [10, at],
    [at, 4],
    [at + 2, 16 + 8 * count],
    [at + 6, 2 * count],
    ...segments.flatMap(([codePoint, glyph], index): (readonly [number, number])[] => [
      [at + 14 + 2 * index, codePoint],
      [at + 16 + 2 * count + 2 * index, codePoint],
      [at + 16 + 4 * count + 2 * index, (glyph - codePoint) & 0xffff],
    ]),
  ])
  return body
}

function nameTable(name: string): Uint8Array {
  const text = words(
    2 * name.length,
    [...name].map((letter, index) => [2 * index, letter.charCodeAt(0)] as const),
  )
  return joined([
    words(18, [
      [2, 1],
      [4, 18],
      [6, 3],
      [8, 1],
      [12, 6],
      [14, text.length],
    ]),
    text,
  ])
}

function fontFile(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(tables)
  const start = 12 + 16 * names.length
  const view = new DataView(new ArrayBuffer(start))
  view.setUint32(0, 0x10000)
  view.setUint16(4, names.length)
  let offset = start
  const bodies: Uint8Array[] = []
  names.forEach((name, index) => {
    const body = tables[name] ?? new Uint8Array(0)
    for (let letter = 0; letter < 4; letter++)
      view.setUint8(12 + 16 * index + letter, name.charCodeAt(letter))
    view.setUint32(12 + 16 * index + 8, offset)
    view.setUint32(12 + 16 * index + 12, body.length)
    bodies.push(padded(body))
    offset += (body.length + 3) & ~3
  })
  return joined([new Uint8Array(view.buffer), ...bodies])
}

/** Bytes with 16-bit values at some places. */
function words(length: number, values: readonly (readonly [number, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length))
  for (const [at, value] of values) view.setInt16(at, value)
  return new Uint8Array(view.buffer)
}

function longs(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  values.forEach((value, index) => {
    view.setUint32(4 * index, value)
  })
  return new Uint8Array(view.buffer)
}

function padded(bytes: Uint8Array): Uint8Array {
  return joined([bytes, new Uint8Array(-bytes.length & 3)])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

import { Damage } from './damage.ts'

/**
 * Glyphs of a `glyf` table as a subset needs them: without instructions, and composites drawn out to
 * simple glyphs, so that a glyph's bytes do not depend on which others are in the subset.
 */

/** How deep composites may nest and how many parts one may have; real fonts stay far below. */
const maxDepth = 6
const maxParts = 64

interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly on: boolean
}
type Outline = OutlinePoint[][]

/** Answers a glyph's bytes in `glyf`; empty for a glyph without outline. */
export type GlyphBytes = (glyph: number) => Uint8Array

/** The glyph as a simple glyph without instructions, its length a multiple of four. */
export function simpleGlyph(glyph: number, bytesOf: GlyphBytes): Uint8Array {
  const bytes = bytesOf(glyph)
  if (bytes.length === 0) return bytes
  const view = viewOf(bytes)
  const contours = view.getInt16(0)
  return contours >= 0
    ? withoutInstructions(bytes, view, contours)
    : writeOutline(readOutline(glyph, bytesOf, 0, { left: maxParts }))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function withoutInstructions(bytes: Uint8Array, view: DataView, contours: number): Uint8Array {
  const at = 10 + 2 * contours
  const rest = at + 2 + view.getUint16(at)
  if (rest > bytes.length) throw new Damage('a glyph is shorter than it says', '字形比其声明的短')
  const out = new Uint8Array((at + 2 + bytes.length - rest + 3) & ~3)
  out.set(bytes.subarray(0, at))
  out.set(bytes.subarray(rest), at + 2)
  return out
}

function readOutline(glyph: number, bytesOf: GlyphBytes, depth: number, parts: { left: number }): Outline {
  const bytes = bytesOf(glyph)
  if (bytes.length === 0) return []
  const view = viewOf(bytes)
  const contours = view.getInt16(0)
  if (contours >= 0) return readSimple(view, contours)
  if (depth === maxDepth) throw new Damage('a composite glyph nests too deeply', '复合字形嵌套过深')
  return readComposite(view, (part) => readOutline(part, bytesOf, depth + 1, parts), parts)
}

function readSimple(view: DataView, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + 2 * index))
  const count = contours === 0 ? 0 : (ends.at(-1) ?? 0) + 1
  let at = 10 + 2 * contours
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = view.getUint8(at++)
    const times = flag & 8 ? view.getUint8(at++) + 1 : 1
    for (let time = 0; time < times && flags.length < count; time++) flags.push(flag)
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++)
      else if (!(flag & same)) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = axis(2, 16)
  const ys = axis(4, 32)
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) === 1 }))
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1))
}

function readComposite(view: DataView, part: (glyph: number) => Outline, parts: { left: number }): Outline {
  const whole: Outline = []
  let at = 10
  for (;;) {
    if (parts.left-- === 0) throw new Damage('a composite glyph has too many parts', '复合字形的部件过多')
    const flags = view.getUint16(at)
    const glyph = view.getUint16(at + 2)
    if (!(flags & 2))
      throw new Damage('a composite glyph joins its parts by points', '复合字形以轮廓点拼合部件，不予支持')
    const words = (flags & 1) === 1
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4)
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5)
    at += words ? 8 : 6
    const fraction = () => {
      const value = view.getInt16(at) / 16384
      at += 2
      return value
    }
    let [xx, xy, yx, yy] = [1, 0, 0, 1]
    if (flags & 8) xx = yy = fraction()
    else if (flags & 0x40) [xx, yy] = [fraction(), fraction()]
    else if (flags & 0x80) [xx, xy, yx, yy] = [fraction(), fraction(), fraction(), fraction()]
    for (const contour of part(glyph))
      whole.push(
        contour.map(({ x, y, on }) => ({
          x: Math.round(xx * x + yx * y) + dx,
          y: Math.round(xy * x + yy * y) + dy,
          on,
        })),
      )
    if (!(flags & 0x20)) return whole
  }
}

/** Writes every point with two-byte steps: composites are rare enough not to be packed tighter. */
function writeOutline(outline: Outline): Uint8Array {
  const points = outline.flat()
  const at = 12 + 2 * outline.length
  const out = new Uint8Array((at + 5 * points.length + 3) & ~3)
  const view = viewOf(out)
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  view.setInt16(0, outline.length)
  view.setInt16(2, Math.min(0, ...xs))
  view.setInt16(4, Math.min(0, ...ys))
  view.setInt16(6, Math.max(0, ...xs))
  view.setInt16(8, Math.max(0, ...ys))
  let end = -1
  outline.forEach((contour, index) => {
    end += contour.length
    view.setUint16(10 + 2 * index, end)
  })
  points.forEach((point, index) => {
    const before = points[index - 1]
    view.setUint8(at + index, point.on ? 1 : 0)
    view.setInt16(at + points.length + 2 * index, point.x - (before?.x ?? 0))
    view.setInt16(at + 3 * points.length + 2 * index, point.y - (before?.y ?? 0))
  })
  return out
}

import { Damage } from './damage.ts'

/** A `cmap` group as format 12 writes it: code points `first..last` have the glyphs from `glyph` on. */
interface Group {
  readonly first: number
  readonly last: number
  readonly glyph: number
}

/** Answers the glyph of a code point, 0 when there is none. */
export type CharacterMap = (codePoint: number) => number

/** Reads the best Unicode subtable of a `cmap` (formats 12 and 4). */
export function readCharacterMap(view: DataView, start: number, length: number): CharacterMap {
  const tables = subtables(view, start, length)
  const full = tables.find((table) => table.format === 12)
  if (full) return groupMap(readGroups(view, full.at, start + length))
  const basic = tables.find((table) => table.format === 4)
  if (basic) return segmentMap(view, basic.at)
  throw new Damage('no character map of format 4 or 12', '没有格式 4 或 12 的字符映射表')
}

function subtables(view: DataView, start: number, length: number) {
  const found: { at: number; format: number }[] = []
  const count = view.getUint16(start + 2)
  for (let index = 0; index < count; index++) {
    const record = start + 4 + 8 * index
    const platform = view.getUint16(record)
    const encoding = view.getUint16(record + 2)
    const offset = view.getUint32(record + 4)
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (unicode && offset + 2 <= length)
      found.push({ at: start + offset, format: view.getUint16(start + offset) })
  }
  return found
}

function readGroups(view: DataView, at: number, end: number): Group[] {
  const count = view.getUint32(at + 12)
  if (at + 16 + 12 * count > end)
    throw new Damage('the character map is longer than its table', '字符映射超出其所在的表')
  const groups: Group[] = []
  for (let index = 0; index < count; index++) {
    const group = at + 16 + 12 * index
    groups.push({
      first: view.getUint32(group),
      last: view.getUint32(group + 4),
      glyph: view.getUint32(group + 8),
    })
  }
  return groups
}

function groupMap(groups: readonly Group[]): CharacterMap {
  return (codePoint) => {
    let low = 0
    let high = groups.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = groups[middle]
      if (!group) return 0
      if (codePoint < group.first) high = middle - 1
      else if (codePoint > group.last) low = middle + 1
      else return group.glyph + codePoint - group.first
    }
    return 0
  }
}

function segmentMap(view: DataView, at: number): CharacterMap {
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    let segment = 0
    while (segment < segments && view.getUint16(ends + 2 * segment) < codePoint) segment++
    if (segment === segments || view.getUint16(starts + 2 * segment) > codePoint) return 0
    const delta = view.getUint16(deltas + 2 * segment)
    const offset = view.getUint16(offsets + 2 * segment)
    if (offset === 0) return (codePoint + delta) & 0xffff
    const place = offsets + 2 * segment + offset + 2 * (codePoint - view.getUint16(starts + 2 * segment))
    const glyph = view.getUint16(place)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

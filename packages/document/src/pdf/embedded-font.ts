import type { Subset, SubsetFile } from '../font/subset.ts'
import type { FileWriter, Ref } from './file.ts'
import { hex4, numbers, utf16 } from './syntax.ts'

/** Adds a font with the characters of the subset (ISO 32000-1, 9.7 and 9.9). The code of a character is its CID. */
export function addFont(file: FileWriter, subset: Subset, outlines: SubsetFile): Ref {
  const { font, characters } = subset
  const name = `${subsetTag(subset)}+${font.name}`
  const program = file.add({
    dictionary: `/Length1 ${outlines.length}`,
    bytes: outlines.bytes,
    packed: 'zlib',
  })
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${numbers(...font.bbox)}] /ItalicAngle 0 ` +
      `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${font.capHeight} ` +
      `/StemV ${font.weight >= 600 ? 140 : 80} /FontFile2 ${program} 0 R >>`,
  )
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${descriptor} 0 R /DW 1000 /W [${widths(subset)}] /CIDToGIDMap /Identity >>`,
  )
  // Left as it is: packing it would save a kilobyte and cost more time than the whole font.
  const unicode = file.add({
    bytes: toUnicode(characters.map((found) => found.codePoint)),
    packed: 'plain',
  })
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H ` +
      `/DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R >>`,
  )
}

/** Six capitals that depend on the font and the choice of characters (9.6.4). */
function subsetTag({ font, characters }: Subset): string {
  let hash = 0x811c9dc5
  const mix = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193)
  }
  for (let index = 0; index < font.name.length; index++) mix(font.name.charCodeAt(index))
  for (const { codePoint } of characters) mix(codePoint)
  let tag = ''
  for (let rest = hash >>> 0, index = 0; index < 6; index++, rest = Math.floor(rest / 26))
    tag += String.fromCharCode(65 + (rest % 26))
  return tag
}

/** Widths other than 1000, neighbours in one list. */
function widths({ font, characters }: Subset): string {
  const mille = (units: number) => Math.round((units * 1000) / font.unitsPerEm)
  let out = `0 [${mille(font.advance(0))}]`
  let last = -1
  characters.forEach(({ glyph }, index) => {
    const width = mille(font.advance(glyph))
    if (width === 1000) return
    if (last === index) out = `${out.slice(0, -1)} ${width}]`
    else out += ` ${index + 1} [${width}]`
    last = index + 1
  })
  return out
}

/** At most 100 entries stand in one range, and the high byte of its codes is the same throughout (9.10.3). */
const rangeLength = 64

function toUnicode(codePoints: readonly number[]): string {
  const ranges: string[] = []
  for (let first = 1; first <= codePoints.length; first = (first | (rangeLength - 1)) + 1) {
    const last = Math.min(first | (rangeLength - 1), codePoints.length)
    const texts = codePoints
      .slice(first - 1, last)
      .map(
        (codePoint) => `<${codePoint > 0xffff ? utf16(String.fromCodePoint(codePoint)) : hex4(codePoint)}>`,
      )
    ranges.push(`<${hex4(first)}> <${hex4(last)}> [${texts.join('')}]`)
  }
  let sections = ''
  for (let at = 0; at < ranges.length; at += 100) {
    const part = ranges.slice(at, at + 100)
    sections += `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

import { ascii } from './syntax.ts'

/**
 * The sRGB colour space of IEC 61966-2-1 as an ICC profile of version 4.2, made of its published
 * constants: 7 tags and one parametric curve instead of the 3 KB of the usual file.
 */
export function srgbProfile(): Uint8Array {
  const tags: [string, Uint8Array][] = [
    ['desc', text('sRGB')],
    ['cprt', text('CC0')],
    ['wtpt', xyz(0xf6d6, 0x10000, 0xd32d)],
    ['chad', chromaticAdaptation],
    ['rXYZ', xyz(0x6fa2, 0x38f5, 0x0390)],
    ['gXYZ', xyz(0x6299, 0xb785, 0x18da)],
    ['bXYZ', xyz(0x24a0, 0x0f84, 0xb6cf)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const distinct = [...new Set(tags.map(([, data]) => data))]
  const start = 132 + 12 * tags.length
  const offsetOf = (data: Uint8Array) =>
    distinct.slice(0, distinct.indexOf(data)).reduce((sum, other) => sum + other.length, start)
  const length = distinct.reduce((sum, data) => sum + data.length, start)
  const out = new Uint8Array(length)
  const view = new DataView(out.buffer)
  view.setUint32(0, length)
  view.setUint32(8, 0x04200000)
  out.set(ascii('mntrRGB XYZ '), 12)
  // A fixed date, 2026-01-01.
  ;[2026, 1, 1, 0, 0, 0].forEach((part, index) => {
    view.setUint16(24 + 2 * index, part)
  })
  out.set(ascii('acsp'), 36)
  view.setUint32(68, 0xf6d6)
  view.setUint32(72, 0x10000)
  view.setUint32(76, 0xd32d)
  view.setUint32(128, tags.length)
  tags.forEach(([tag, data], index) => {
    const entry = 132 + 12 * index
    out.set(ascii(tag), entry)
    view.setUint32(entry + 4, offsetOf(data))
    view.setUint32(entry + 8, data.length)
    out.set(data, offsetOf(data))
  })
  return out
}

function fixed(signature: string, values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 + 4 * values.length))
  const out = new Uint8Array(view.buffer)
  out.set(ascii(signature))
  values.forEach((value, index) => {
    view.setUint32(8 + 4 * index, value)
  })
  return out
}

function xyz(x: number, y: number, z: number): Uint8Array {
  return fixed('XYZ ', [x, y, z])
}

// From D65 to the D50 of the profile connection space (Bradford).
const chromaticAdaptation = fixed(
  'sf32',
  [
    0x00010c42, 0x000005de, 0xfffff325, 0x00000793, 0x0000fd90, 0xfffffba1, 0xfffffda2, 0x000003dc,
    0x0000c06e,
  ],
)

// Function type 3: gamma 2.4 above 0.04045, a straight line below.
const curve = fixed('para', [0x00030000, 0x00026666, 0x0000f2a7, 0x00000d59, 0x000013d0, 0x00000a5b])

/** A multi-localised text with one English record, padded to four bytes. */
function text(words: string): Uint8Array {
  const out = new Uint8Array((28 + 2 * words.length + 3) & ~3)
  const view = new DataView(out.buffer)
  out.set(ascii('mluc'))
  view.setUint32(8, 1)
  view.setUint32(12, 12)
  out.set(ascii('enUS'), 16)
  view.setUint32(20, 2 * words.length)
  view.setUint32(24, 28)
  for (let index = 0; index < words.length; index++) view.setUint16(28 + 2 * index, words.charCodeAt(index))
  return out
}

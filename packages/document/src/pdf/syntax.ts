/** How values are written in a PDF (ISO 32000-1, 7.3). */

/** A length or coordinate with at most two decimals. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

export function numbers(...values: readonly number[]): string {
  let out = ''
  for (const value of values) out += out === '' ? number(value) : ` ${number(value)}`
  return out
}

/** A text string in UTF-16BE, as hex: nothing in it needs escaping. */
export function textString(text: string): string {
  return `<FEFF${utf16(text)}>`
}

/** UTF-16BE in hex digits. */
export function utf16(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index++) out += hex4(text.charCodeAt(index))
  return out
}

/** Four hex digits. */
export function hex4(value: number): string {
  const known = hexes[value]
  if (known !== undefined) return known
  const made = value.toString(16).toUpperCase().padStart(4, '0')
  if (value < hexes.length) hexes[value] = made
  return made
}

/** What four digits can say, each written once. */
const hexes = new Array<string | undefined>(0x10000)

/** `#rrggbb` as three components. */
export function rgb(colour: string): string {
  const known = components.get(colour)
  if (known !== undefined) return known
  const made = [1, 3, 5]
    .map((at) => String(Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000))
    .join(' ')
  if (components.size < keptColours) components.set(colour, made)
  return made
}

/** Templates use a few dozen colours, each of them in every licence. */
const components = new Map<string, string>()
const keptColours = 1024

/** A date of ISO 32000-1, 7.9.4, from an RFC 3339 instant in UTC with seconds. */
export function pdfDate(instant: string): string {
  return `(D:${instant.replace(/[-T:]/g, '').slice(0, 14)}Z)`
}

const encoder = new TextEncoder()

/** Bytes of text that is ASCII by construction. */
export function ascii(text: string): Uint8Array {
  return encoder.encode(text)
}

import { byteString, latin1 } from './characters.ts'
import { only, type PdfObject } from './object.ts'

/** PDFDocEncoding (ISO 32000-1, D.2) where it is not Latin-1; `?` where it is undefined. */
const docEncoding: ReadonlyMap<number, string> = new Map([
  ...[...'˘ˇˆ˙˝˛˚˜'].map((char, i): [number, string] => [0x18 + i, char]),
  ...[...'•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž?€'].map((char, i): [number, string] => [0x80 + i, char]),
])

/** Bytes of the longest text that is read (ISO 32000-1, C.2); the same string may be named often. */
const longestText = 32_767

/**
 * The text of a text string (7.9.2.2): UTF-16BE or UTF-8 with its mark, or PDFDocEncoding. Of what is
 * no string, or longer than 32,767 bytes, undefined.
 */
export function textOf(object: PdfObject | undefined): string | undefined {
  const bytes = only(object, 'string')?.bytes
  if (!bytes || bytes.length > longestText) return undefined
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes.subarray(3))
  const plain = latin1(bytes)
  return asLatin1.test(plain)
    ? plain
    : plain.replace(/./gs, (char) => docEncoding.get(char.charCodeAt(0)) ?? char)
}

/** What means the same in both encodings: nearly every text. */
const asLatin1 = /^[ -~\xa1-\xff]*$/

/** Bytes of a text string: ASCII as it is, anything else as UTF-16BE with its mark. */
export function textBytes(text: string): Uint8Array {
  if (/^[\x20-\x7e]*$/.test(text)) return byteString(text)
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xfe, 0xff])
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    bytes.set([unit >> 8, unit & 0xff], 2 + i * 2)
  }
  return bytes
}

const datePattern =
  /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/

/** The moment of a date string (7.9.4); without a time zone it is read as UTC. */
export function dateOf(object: PdfObject | undefined): Date | undefined {
  const match = datePattern.exec(textOf(object) ?? '')
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => (digits === undefined ? undefined : Number(digits)))
  const offset = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  // A month 13 or a 31 June would roll over into another date.
  const kept = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour
  if (!kept || minute > 59 || second > 59) return undefined
  return new Date(date.getTime() - offset * 60_000)
}

/** A date string in UTC, always 23 characters. The year has four digits. */
export function dateText(date: Date): string {
  return `D:${date.toISOString().replace(/\..*$/, '').replace(/[-:T]/g, '')}+00'00'`
}

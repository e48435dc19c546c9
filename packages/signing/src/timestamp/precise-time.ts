import { type Element, malformed } from '../asn1/reader.ts'
import { readDigits } from '../asn1/values.ts'

/**
 * The GeneralizedTime of a time-stamp (RFC 3161 §2.4.2): UTC, seconds given, a fraction if any without
 * trailing zeros. Nine digits of it at most; microseconds are kept.
 */
export function readPreciseTime(element: Element): { readonly time: Date; readonly timeUs: number } {
  const text = String.fromCharCode(...element.contents.subarray(0, 32))
  const parts = /^(\d{14})(?:\.(\d{0,8}[1-9]))?Z$/.exec(text)
  if (!parts || element.to - element.from !== text.length) {
    throw malformed('a time-stamp’s time that is not in UTC with seconds', element.start)
  }
  const [, digits = '', fraction = ''] = parts
  const seconds = readDigits(digits, element.start).getTime()
  const micros = Number(fraction.padEnd(6, '0').slice(0, 6))
  return { time: new Date(seconds + Math.floor(micros / 1_000)), timeUs: seconds * 1_000 + micros }
}

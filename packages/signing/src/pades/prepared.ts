import { latin1 } from '../pdf/characters.ts'
import { lastRun } from '../pdf/digits.ts'
import { only } from '../pdf/object.ts'
import type { PdfSignature } from '../pdf/signatures.ts'

/*
 * A prepared signature is a signature dictionary whose /M, /ByteRange and /Contents are zeros of
 * fixed width, so that filling it in moves nothing else in the file.
 */

/** Bytes reserved for the CMS signature; written as twice as many hexadecimal digits. */
export const contentsBytes = 8192

export const preparedTime = "(D:00000000000000+00'00')"
export const preparedRange = '[0000000000 0000000000 0000000000 0000000000]'
export const preparedContents = (): string => `<${'0'.repeat(contentsBytes * 2)}>`

/** The three places to be filled, as byte offsets that enclose each value. */
export interface Places {
  readonly time: readonly [number, number]
  readonly range: readonly [number, number]
  readonly contents: readonly [number, number]
}

/** Whether a signature dictionary waits to be filled: it covers nothing and its value is all zeros. */
export function isPrepared({ byteRange, contents }: PdfSignature): boolean {
  return (
    byteRange?.length === 4 &&
    byteRange.every((number) => number === 0) &&
    contents !== undefined &&
    afterZeros(contents.bytes) === 0
  )
}

/** The length without the zeros at the end. */
export function afterZeros(bytes: Uint8Array): number {
  return lastRun(bytes, 0)
}

/** Where the values stand, or the name of the first that is not exactly as prepared. */
export function placesOf(bytes: Uint8Array, { dict }: PdfSignature): Places | string {
  const time = only(dict.map.get('M'), 'string')
  const range = only(dict.map.get('ByteRange'), 'array')
  const contents = only(dict.map.get('Contents'), 'string')
  if (!time || latin1(bytes, time.start, time.end) !== preparedTime) return '/M'
  if (!range || latin1(bytes, range.start, range.end) !== preparedRange) return '/ByteRange'
  // White space within the digits would shift what stands where.
  if (!contents || contents.end - contents.start !== contents.bytes.length * 2 + 2) return '/Contents'
  return {
    time: [time.start, time.end],
    range: [range.start, range.end],
    contents: [contents.start, contents.end],
  }
}

import { encodeQR } from 'qr'
import { error } from '../codes.ts'
import type { Area } from '../layout/page.ts'
import { numbers, rgb } from '../pdf/syntax.ts'

/** Bytes; a longer text makes modules too small to be read from paper at 150 dpi. */
export const maxQrLength = 800

/** Modules of quiet zone on each side (ISO/IEC 18004, 6.3.8). */
const quiet = 4

/** A QR code as a mask of one bit a module, row by row from the top, each row filled up to whole bytes. */
export interface QrMask {
  /** Modules on a side, the quiet zone included. */
  readonly size: number
  /** A dark module is 0: that is where a mask lets the colour through (ISO 32000-1, 8.9.6.2). */
  readonly bytes: Uint8Array
}

/** Encodes a text as a QR code, level M. @throws qr-too-long */
export function qrMask(text: string): QrMask {
  const { length } = new TextEncoder().encode(text)
  if (length > maxQrLength) throw error('qr-too-long', { length, limit: maxQrLength })
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
  const size = modules.length
  const width = (size + 7) >> 3
  const bytes = new Uint8Array(width * size).fill(0xff)
  modules.forEach((row, y) => {
    for (let x = 0; x < size; x++)
      if (row[x]) {
        const at = y * width + (x >> 3)
        bytes[at] = (bytes[at] ?? 0) ^ (0x80 >> (x & 7))
      }
  })
  return { size, bytes }
}

/** Draws the mask that the page calls `Q0`, on white; y upwards from the page's foot. */
export function drawQr(area: Area, colour: string, pageHeight: number): string {
  const side = Math.min(area.width, area.height)
  const x = area.x + (area.width - side) / 2
  const foot = pageHeight - area.y - (area.height + side) / 2
  const place = numbers(x, foot)
  const square = numbers(side, side)
  return (
    `q 1 1 1 rg ${place} ${square} re f\n` +
    `${rgb(colour)} rg ${numbers(side)} 0 0 ${numbers(side)} ${place} cm /Q0 Do Q\n`
  )
}

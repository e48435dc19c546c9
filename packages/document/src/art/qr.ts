import { encodeQR } from 'qr'
import { error } from '../codes.ts'
import type { Area } from '../layout/page.ts'
import { numbers, rgb } from '../pdf/syntax.ts'

/** Longer texts make modules too small to be read from paper at 150 dpi. */
export const maxQrLength = 800

/** Modules of quiet zone on each side. */
const quiet = 2

/** Draws a QR code (ISO/IEC 18004, level M) as filled rectangles; y upwards from the page's foot. */
export function drawQr(text: string, area: Area, colour: string, pageHeight: number): string {
  if (text.length > maxQrLength) throw error('qr-too-long', { length: text.length, limit: maxQrLength })
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
  const side = Math.min(area.width, area.height)
  const module = side / modules.length
  const x = area.x + (area.width - side) / 2
  const y = pageHeight - area.y - (area.height - side) / 2
  const scale = Math.round(module * 10000) / 10000
  return `q 1 1 1 rg ${numbers(x, y - side, side, side)} re f ${rgb(colour)} rg ${scale} 0 0 -${scale} ${numbers(x, y)} cm\n${rectangles(modules)}f Q\n`
}

/** Dark modules, neighbours in a row as one; a hair taller than a row, so that no light shows between two. */
function rectangles(modules: readonly (readonly boolean[])[]): string {
  let out = ''
  modules.forEach((row, y) => {
    let start = -1
    for (let x = 0; x <= row.length; x++) {
      if (row[x] && start < 0) start = x
      if (!row[x] && start >= 0) {
        out += `${start} ${y} ${x - start} 1.02 re\n`
        start = -1
      }
    }
  })
  return out
}

import { encodeQR } from 'qr'
import { error } from '../codes.ts'
import type { Area } from '../layout/page.ts'
import { numbers, rgb } from '../pdf/syntax.ts'

/** Bytes; a longer text makes modules too small to be read from paper at 150 dpi. */
export const maxQrLength = 800

/** Modules of quiet zone on each side (ISO/IEC 18004, 6.3.8). */
const quiet = 4

/** Draws a QR code, level M; y upwards from the page's foot. */
export function drawQr(text: string, area: Area, colour: string, pageHeight: number): string {
  const { length } = new TextEncoder().encode(text)
  if (length > maxQrLength) throw error('qr-too-long', { length, limit: maxQrLength })
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
  const side = Math.min(area.width, area.height)
  const scale = Math.round((side / modules.length) * 10000) / 10000
  const x = area.x + (area.width - side) / 2
  const top = pageHeight - area.y - (area.height - side) / 2
  return (
    `q 1 1 1 rg ${numbers(x, top - side, side, side)} re f\n` +
    `${rgb(colour)} RG ${scale} 0 0 -${scale} ${numbers(x, top)} cm 1.03 w\n${modules.map(row).join('')}Q\n`
  )
}

/**
 * A row of modules as one dashed line: a third of the size of rectangles, and as sharp. The line is a hair
 * broader than a row, so that no light shows between two.
 */
function row(modules: readonly boolean[], y: number): string {
  const first = modules.indexOf(true)
  if (first < 0) return ''
  const last = modules.lastIndexOf(true)
  const runs: number[] = [0]
  for (let x = first; x <= last; x++) {
    if (x > first && modules[x] !== modules[x - 1]) runs.push(0)
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
  }
  // An even number of lengths, or the pattern would change sides when it starts again.
  if (runs.length % 2 === 1) runs.push(9)
  return `[${runs.join(' ')}]0 d ${first} ${y}.5 m ${last + 1} ${y}.5 l S\n`
}

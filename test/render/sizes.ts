import { openPress } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { everyFace, qrText } from './faces.ts'

/** Prints the size of a licence of every type, and the median: to stay within 80 KB. */
const fonts = notoFonts()
const receipt = new TextEncoder().encode('x'.repeat(2500))
const sizes = everyFace().map(({ layout, type, template, statement }) => {
  const size = openPress(template, fonts).render(statement, { qrText, receipt }).length
  process.stdout.write(`${String(size).padStart(7)} ${layout} ${type.name}\n`)
  return size
})
sizes.sort((a, b) => a - b)
process.stdout.write(`${sizes[sizes.length >> 1]} bytes is the median of ${sizes.length} types\n`)

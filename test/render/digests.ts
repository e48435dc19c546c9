import { createHash } from 'node:crypto'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { faces, qrText } from './faces.ts'

/** Prints the digest of one licence of each layout: run by other processes, which must say the same. */
const fonts = notoFonts()
for (const { layout, statement, template } of faces()) {
  const file = render(statement, template, { fonts, qrText })
  process.stdout.write(`${layout} ${createHash('sha256').update(file).digest('hex')}\n`)
}

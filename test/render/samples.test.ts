import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { describeWith } from '@licencevault/kit/programs'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, expect, it } from 'vitest'
import { faces, qrText } from './faces.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
/** Part of the pixels that another version of the drawing program may paint differently. */
const tolerance = 0.005

/**
 * A licence of every layout, as reviewed by eye. After a deliberate change run with
 * `UPDATE_SAMPLES=1`, look at each picture, and commit them.
 */
describeWith('pdftoppm', 'a page as a picture', (pdftoppm) => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-sample-'))
  const fonts = notoFonts()
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(faces())('looks as reviewed: $layout', async ({ layout, statement, template }) => {
    const file = join(folder, layout)
    writeFileSync(`${file}.pdf`, render(statement, template, { fonts, qrText }))
    await pdftoppm.run(['-r', '40', '-png', '-singlefile', `${file}.pdf`, file])
    const now = coarse(PNG.sync.read(readFileSync(`${file}.png`)))
    const fixture = join(fixtures, `${layout}.png`)
    if (process.env.UPDATE_SAMPLES)
      writeFileSync(
        fixture,
        PNG.sync.write(now, { colorType: 2, inputHasAlpha: true, filterType: 0, deflateLevel: 9 }),
      )
    const then = PNG.sync.read(readFileSync(fixture))
    expect([now.width, now.height]).toEqual([then.width, then.height])
    const different = pixelmatch(now.data, then.data, undefined, now.width, now.height, { threshold: 0.15 })
    expect(different / (now.width * now.height)).toBeLessThan(tolerance)
  })
})

/** Sixteen steps of each colour: fine lines keep their place, and the picture a third of its size. */
function coarse(picture: PNG): PNG {
  picture.data.forEach((value, at) => {
    picture.data[at] = at % 4 === 3 ? 255 : (value >> 4) * 17
  })
  return picture
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LayoutName, layouts } from '@licencevault/city'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { describeWith } from '@licencevault/kit/programs'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, expect, it } from 'vitest'
import { sampleStatement, sampleType } from '../../packages/document/src/testing/sample.ts'
import { qrText } from './faces.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = Object.keys(layouts) as LayoutName[]
/** Part of the pixels that another version of the drawing program may paint differently. */
const tolerance = 0.005

/**
 * Every layout with the same licence, as reviewed by eye. After a deliberate change run with
 * `UPDATE_SAMPLES=1`, look at each picture, and commit them.
 */
describeWith('pdftoppm', 'a page as a picture', (pdftoppm) => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-sample-'))
  const fonts = notoFonts()
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(names)('looks as reviewed: %s', async (name) => {
    const template = layouts[name](sampleType())
    const file = join(folder, name)
    writeFileSync(`${file}.pdf`, render(sampleStatement({ template }), template, { fonts, qrText }))
    await pdftoppm.run(['-r', '50', '-png', '-singlefile', `${file}.pdf`, file])
    const drawn = readFileSync(`${file}.png`)
    if (process.env.UPDATE_SAMPLES) writeFileSync(join(fixtures, `${name}.png`), drawn)
    const [now, then] = [PNG.sync.read(drawn), PNG.sync.read(readFileSync(join(fixtures, `${name}.png`)))]
    expect([now.width, now.height]).toEqual([then.width, then.height])
    const different = pixelmatch(now.data, then.data, undefined, now.width, now.height, { threshold: 0.15 })
    expect(different / (now.width * now.height)).toBeLessThan(tolerance)
  })
})

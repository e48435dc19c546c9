import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, expect, it } from 'vitest'
import { faces } from './faces.ts'

const hanaMinB = '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf'

describeWith('pdftotext', 'names with rare characters', (pdftotext) => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-rare-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const [face] = faces()
  if (!face) throw new TypeError('the city has types')

  const read = async (name: string, fallbacks: readonly Uint8Array[]) => {
    const holders = face.statement.holders.map((holder) => ({ ...holder, name }))
    const file = join(folder, 'rare.pdf')
    writeFileSync(
      file,
      render({ ...face.statement, holders }, face.template, { fonts: notoFonts(fallbacks) }),
    )
    return (await pdftotext.run([file, '-'])).stdout
  }

  it('are read back from the default fonts', async () => {
    expect(await read('王䶮㛃𬍛𫖯', [])).toContain('王䶮㛃𬍛𫖯')
  })

  const title = 'are read back from a fallback font'
  const remedy = `HanaMinB is not installed: apt-get install fonts-hanazono (${hanaMinB})`
  if (existsSync(hanaMinB) || process.env.CI === 'true')
    it(title, async () => {
      if (!existsSync(hanaMinB)) throw new Error(remedy)
      expect(await read('𠮷田𡋾', [readFileSync(hanaMinB)])).toContain('𠮷田𡋾')
    })
  else it.skip(`${title} (${remedy})`, () => {})
})

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { bundleOf, type OpenPage, openPage, type Page } from '@licencevault/kit/browser'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Face, faces, qrText } from './faces.ts'

const fontFiles = {
  regular: 'sans-sc/400Regular/NotoSansSC_400Regular',
  bold: 'sans-sc/700Bold/NotoSansSC_700Bold',
  serif: 'serif-sc/400Regular/NotoSerifSC_400Regular',
  serifBold: 'serif-sc/700Bold/NotoSerifSC_700Bold',
}

describeWith('chromium', 'a page drawn in Chromium', ({ path }) => {
  const fonts = notoFonts()
  let opened: OpenPage
  let page: Page

  beforeAll(async () => {
    const { outputFiles } = await bundleOf("export * from '@licencevault/document'", import.meta.dirname)
    const script = outputFiles[0]?.contents ?? ''
    const site = {
      '/': ['text/html', html],
      '/document.js': ['text/javascript', script],
      ...Object.fromEntries(
        Object.entries(fontFiles).map(([name, file]) => [`/${name}`, ['font/ttf', fontBytes(file)]] as const),
      ),
    } as const
    opened = await openPage(path, site, { locale: 'tr-TR', timezoneId: 'America/St_Johns' })
    page = opened.page
    await page.waitForFunction(() => Reflect.get(globalThis, 'digestOf') !== undefined)
  })
  afterAll(() => opened?.close())

  it.each(faces())('is byte for byte the one of Node: $layout', async (face) => {
    const file = render(face.statement, face.template, { fonts, qrText })
    expect(await digestIn(page, face)).toBe(createHash('sha256').update(file).digest('hex'))
  })
})

const fromDocument = createRequire(import.meta.resolve('@licencevault/document'))
const fontBytes = (file: string) => readFileSync(fromDocument.resolve(`@expo-google-fonts/noto-${file}.ttf`))

const html = `<!doctype html>
<title>document</title>
<script type="module">
  import { openFonts, render } from '/document.js'
  const load = async (name) => [name, new Uint8Array(await (await fetch(name)).arrayBuffer())]
  const names = ${JSON.stringify(Object.keys(fontFiles))}
  const fonts = openFonts(Object.fromEntries(await Promise.all(names.map(load))))
  globalThis.digestOf = async ({ statement, template, qrText }) => {
    const hash = await crypto.subtle.digest('SHA-256', render(statement, template, { fonts, qrText }))
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
</script>`

function digestIn(page: Page, { statement, template }: Face): Promise<unknown> {
  const asked = JSON.stringify({ statement, template, qrText })
  return page.evaluate((text) => Reflect.get(globalThis, 'digestOf')(JSON.parse(text)), asked)
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { describeWith } from '@licencevault/kit/programs'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Face, faces, qrText } from './faces.ts'

const fontFiles = {
  regular: 'sans-sc/400Regular/NotoSansSC_400Regular',
  bold: 'sans-sc/700Bold/NotoSansSC_700Bold',
  serif: 'serif-sc/400Regular/NotoSerifSC_400Regular',
  serifBold: 'serif-sc/700Bold/NotoSerifSC_700Bold',
}

describeWith('chromium', 'a page drawn in Chromium', ({ path }) => {
  const server = createServer()
  const fonts = notoFonts()
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const script = await bundle()
    server.on('request', ({ url = '' }, response) => {
      const font = Object.entries(fontFiles).find(([name]) => url === `/${name}`)?.[1]
      const [type, body] = font
        ? (['font/ttf', fontBytes(font)] as const)
        : url === '/document.js'
          ? (['text/javascript', script] as const)
          : (['text/html', html] as const)
      response.setHeader('content-type', type)
      response.end(body)
    })
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
    page = await browser.newPage({ locale: 'tr-TR', timezoneId: 'America/St_Johns' })
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => Reflect.get(globalThis, 'digestOf') !== undefined)
  })

  afterAll(async () => {
    await browser?.close()
    await new Promise((closed) => server.close(closed))
  })

  it.each(faces())('is byte for byte the one of Node: $layout', async (face) => {
    const file = render(face.statement, face.template, { fonts, qrText })
    expect(await digestIn(page, face)).toBe(createHash('sha256').update(file).digest('hex'))
  })
})

/** The package as a page would load it; nothing of Node is in it, or the bundler fails. */
async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from '@licencevault/document'",
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    write: false,
  })
  return outputFiles[0]?.contents ?? new Uint8Array(0)
}

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

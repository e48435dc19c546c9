import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'

export type { Page } from 'playwright-core'

/**
 * What a page would load, minified; fails if anything of Node is in it.
 *
 * @param source such as `export * from '@licencevault/verify'`
 * @param from a folder whose package depends on what the source names
 */
export const bundleOf = (source: string, from: string) =>
  build({
    stdin: { contents: source, resolveDir: from, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    metafile: true,
    write: false,
  })

/** What a test serves to a page: its type and its bytes, by path. */
export type Site = Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>>

export interface OpenPage {
  readonly page: Page
  close(): Promise<void>
}

/** Opens `/` of a site in headless Chromium. Served from localhost: pages elsewhere get no `crypto.subtle`. */
export async function openPage(
  program: string,
  site: Site,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const server = createServer(({ url = '/' }, response) => {
    const [type, body] = site[url] ?? ['text/plain', '']
    response.writeHead(url in site ? 200 : 404, { 'content-type': type })
    response.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`
  const { page, close } = await openAddress(program, address, options)
  return {
    page,
    async close() {
      await close()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Opens an address in headless Chromium. */
export async function openAddress(
  program: string,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const browser = await chromium.launch({ executablePath: program, args: quiet })
  const page = await browser.newPage(options)
  await page.goto(address)
  return { page, close: () => browser.close() }
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
  '--no-first-run',
]

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** One file of the page, as it is served. */
export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * The page's own files, made once when the service starts: the verifier that runs in the visitor's
 * browser is the very code of this release.
 */
export async function makeAssets(): Promise<Readonly<Record<string, Asset>>> {
  const [html, css, script] = await Promise.all([file('index.html'), file('page.css'), bundle()])
  const index = { type: 'text/html; charset=utf-8', bytes: html }
  return {
    '/': index,
    // Where the printed code leads: `…/v#token`.
    '/v': index,
    '/page.css': { type: 'text/css; charset=utf-8', bytes: css },
    '/page.js': { type: 'text/javascript; charset=utf-8', bytes: script },
  }
}

const file = (name: string) => readFile(join(import.meta.dirname, name))

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'client/main.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    write: false,
    logLevel: 'silent',
  })
  const [output] = outputFiles
  if (!output) throw new TypeError('the page was bundled to nothing')
  return output.contents
}

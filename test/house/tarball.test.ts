import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What a stranger gets: the packed tarballs, installed by npm into an empty folder, used from plain JavaScript on Node 22. */
const root = resolve(import.meta.dirname, '../..')
const node22 = join(root, 'test/render/node_modules/node22/bin/node')
const names = readdirSync(join(root, 'packages'))
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licencevault-tarball-'))
  execFileSync(process.execPath, ['test/build.ts'], { cwd: root, stdio: 'pipe' })
  const tarballs = names.map((name) => {
    const packed = execFileSync(
      'npx',
      ['--yes', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', folder],
      {
        cwd: join(root, 'packages', name),
        encoding: 'utf8',
      },
    )
    return JSON.parse(packed.slice(packed.indexOf('{'))).filename as string
  })
  const overrides = Object.fromEntries(
    names.map((name, i) => [`@licencevault/${name}`, `file:${tarballs[i]}`]),
  )
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, type: 'module', dependencies: overrides, overrides }),
  )
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd: folder,
    stdio: 'pipe',
  })
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const onNode22 = (code: string) => {
  writeFileSync(join(folder, 'try.js'), code)
  return execFileSync(node22, ['try.js'], { cwd: folder, encoding: 'utf8' }).trim()
}

describe('the packed packages', () => {
  it('run on the Node they promise', () => {
    expect(onNode22('console.log(process.version)')).toMatch(/^v22\./)
  })

  it.each(names.filter((name) => name !== 'cli'))('%s loads, with every subpath it exports', (name) => {
    const manifest = JSON.parse(
      readFileSync(join(folder, 'node_modules/@licencevault', name, 'package.json'), 'utf8'),
    )
    const paths = Object.keys(manifest.exports).map((path) => `@licencevault/${name}${path.slice(1)}`)
    expect(paths.length).toBeGreaterThan(0)
    const printed = onNode22(
      `for (const path of ${JSON.stringify(paths)}) console.log(path, Object.keys(await import(path)).length > 0)`,
    )
    expect(printed.split('\n')).toEqual(paths.map((path) => `${path} true`))
  })

  it('bring compiled code and types, and no test', () => {
    for (const name of names) {
      const files = readdirSync(join(folder, 'node_modules/@licencevault', name), {
        recursive: true,
        encoding: 'utf8',
      })
      const entry = join('dist', name === 'cli' ? 'main' : 'index')
      expect(files).toEqual(expect.arrayContaining([`${entry}.js`, `${entry}.d.ts`]))
      expect(files.filter((file) => /\.(test|contract)\.|testing/.test(file))).toEqual([])
    }
  })

  it('bring types that a strict compiler reads', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { openPkcs12 } from '@licencevault/keys/pkcs12'
       import { digest, verifyPdf } from '@licencevault/signing'
       import { type LicenceReport, verifyLicence } from '@licencevault/verify'
       export const verdict: Promise<LicenceReport['verdict']> =
         verifyLicence(new Uint8Array(), {} as never, { at: new Date() }).then(({ verdict }) => verdict)
       // @ts-expect-error a verdict is a word
       export const wrong: Promise<number> = verdict
       export const others = [openPkcs12, digest, verifyPdf]`,
    )
    const strict = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
      'use.ts',
    ]
    const { status, stdout } = spawnSync('tsc', strict, { cwd: folder, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })

  it('verify a licence from plain JavaScript, and from the command they bring', () => {
    execFileSync(process.execPath, ['test/demo/main.ts', join(folder, 'demo')], { cwd: root, stdio: 'pipe' })
    const verdict = onNode22(`
      import { readFileSync } from 'node:fs'
      import { openTrust, verifyLicence } from '@licencevault/verify'
      const at = new Date()
      const roots = [readFileSync('demo/root.der')]
      const trust = await openTrust({ authorityList: readFileSync('demo/authorities.p7m'), roots, at })
      console.log((await verifyLicence(readFileSync('demo/hard/genuine.pdf'), trust, { at })).verdict)`)
    expect(verdict).toBe('valid')
    const words = ['authenticate', 'demo/hard/genuine.pdf', '--trust', 'demo/authorities.p7m']
    const command = join(folder, 'node_modules/@licencevault/cli/dist/main.js')
    expect(execFileSync(node22, [command, ...words], { cwd: folder, encoding: 'utf8' })).toContain('valid')
  })
})

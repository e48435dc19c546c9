import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { findProgram, requireProgram, run } from './programs.ts'

const node = (code: string, options = {}) => run(execPath, ['-e', code], options)

describe('run', () => {
  it('feeds a program and collects what it says', async () => {
    const { status, stdout, stderr } = await node(
      'process.stdin.on("data", (d) => process.stdout.write(String(d).toUpperCase())); console.error("noise")',
      { input: '证照 a' },
    )
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '证照 A', stderr: 'noise\n' })
  })

  it('answers the status, and bytes as they are', async () => {
    const { status, bytes } = await node('process.stdout.write(Buffer.from([255, 0])); process.exitCode = 3')
    expect(status).toBe(3)
    expect(bytes).toEqual(Uint8Array.of(255, 0))
  })

  it('ends a program that takes too long', async () => {
    expect((await node('setInterval(() => {}, 1000)', { timeout: 500 })).status).toBe(-1)
  })

  it('bears a program that reads nothing of much input', async () => {
    expect((await node('', { input: new Uint8Array(4_000_000) })).status).toBe(0)
  })

  it('rejects a program that is not there', async () => {
    await expect(run('/nowhere/program', [])).rejects.toThrow(/ENOENT/)
  })
})

describe('finding programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-programs-'))
  afterEach(() => vi.unstubAllEnvs())
  afterAll(() => rmSync(folder, { recursive: true }))

  const install = (name: string) => {
    const path = join(folder, name)
    writeFileSync(path, '#!/bin/sh\nprintf "%s," "$@"\n')
    chmodSync(path, 0o755)
    return path
  }

  it('finds one on the path under any of its names', async () => {
    const path = install('google-chrome')
    vi.stubEnv('PATH', `/nowhere:${folder}`)
    const chromium = requireProgram('chromium')
    expect(chromium.path).toBe(path)
    expect((await chromium.run(['a b', '$HOME'])).stdout).toBe('a b,$HOME,')
  })

  it('starts a jar by java', async () => {
    install('java')
    vi.stubEnv('PATH', folder)
    vi.stubEnv('VERAPDF_JAR', '/some/cli.jar')
    expect((await requireProgram('verapdf').run(['-f', '3b'])).stdout).toBe('-jar,/some/cli.jar,-f,3b,')
  })

  it('says how to get one that is missing', () => {
    vi.stubEnv('PATH', '/nowhere')
    expect(findProgram('qpdf')).toBeUndefined()
    expect(() => requireProgram('qpdf')).toThrow('qpdf is not installed: apt-get install qpdf')
    expect(() => requireProgram('verapdf')).toThrow(/^verapdf is not installed: mvn .*verapdf/)
  })
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import {
  authorityListOf,
  licenceTypes,
  makeStatements,
  type SealedCity,
  sealCity,
  templateOf,
} from '@licencevault/city'
import { openPress } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { nativeSigner } from '@licencevault/keys/native'
import { createPkcs12, openPkcs12 } from '@licencevault/keys/pkcs12'
import { importPem, importPkcs8 } from '@licencevault/keys/software'
import { createCa, pemOf } from '@licencevault/kit/ca'
import { bytesOf, latin1 } from '@licencevault/kit/pdf'
import { describeWith } from '@licencevault/kit/programs'
import { workSince } from '@licencevault/kit/work'
import { sealPrepared, verifyCms, verifyPdf } from '@licencevault/signing'
import { type LicenceReport, openTrust, sealAuthorityList, verifyLicence } from '@licencevault/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * A licence of the sample city, and what careless and hostile people hand to whoever issues and
 * verifies: each is answered by its own word, through the doors that other programs use.
 */
const vaultCommand = resolve(import.meta.dirname, '../../packages/cli/src/main.ts')
const now = new Date()
const instant = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
const day = 86_400_000

let folder: string
let city: SealedCity
let unsealed: Uint8Array
let licence: Uint8Array
let authorityList: Uint8Array

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'licencevault-bad-input-'))
  city = await sealCity({ notBefore: new Date(now.getTime() - 30 * day) })
  const list = authorityListOf(city, {
    issuedAt: instant(now.getTime() - day),
    nextUpdate: instant(now.getTime() + day),
  })
  authorityList = await sealAuthorityList(list, city.publisher)
  const on = instant(now.getTime() - 2 * day).slice(0, 10)
  const types = licenceTypes.filter(({ name }) => name === '食品经营许可证')
  const [statement] = [...makeStatements({ seed: 'bad input', count: 1, types, on })]
  if (!statement) throw new Error('the city issues food licences')
  unsealed = openPress(templateOf(statement.type), notoFonts()).render(statement, {})
  licence = await sealPrepared(unsealed, city.sealOf(statement.authority.code).identity, { time: now })
  writeFileSync(join(folder, 'authorities.p7m'), authorityList)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How `vault authenticate` ends, with its answers. It never ends by a stack trace. */
async function authenticate(files: readonly string[], trust = 'authorities.p7m') {
  const words = ['--no-warnings', vaultCommand, 'authenticate', ...files, '--trust', trust, '--json']
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  const { code, stdout, stderr } = await promisify(execFile)(process.execPath, words, options).then(
    (ended) => ({ code: 0, ...ended }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  )
  expect(stderr).not.toMatch(/\n\s+at /)
  const reports: LicenceReport[] = stdout === '' ? [] : JSON.parse(stdout)
  return { code, reports, stderr }
}

describe('a file', () => {
  /** The licence with another byte range of the same width. */
  function withRange(change: (range: readonly number[]) => readonly number[]): Uint8Array {
    const text = latin1(licence)
    const [found = '', numbers = ''] = /\/ByteRange \[([^\]]*)\]/.exec(text) ?? []
    const range = change(numbers.trim().split(/\s+/).map(Number)).join(' ')
    expect(range.length).toBeLessThanOrEqual(numbers.length)
    return bytesOf(text.replace(found, `/ByteRange [${range.padEnd(numbers.length)}]`))
  }

  /** 10 MB of noise, the same in every run. */
  const garbage = new Uint8Array(10 * 1024 * 1024)
  let seed = 1
  for (let index = 0; index < garbage.length; index++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    garbage[index] = seed >> 16
  }

  const cases: Readonly<Record<string, { readonly file: () => Uint8Array; readonly says: string }>> = {
    genuine: { file: () => licence, says: 'valid' },
    empty: { file: () => new Uint8Array(), says: 'unreadable not-a-pdf' },
    garbage: { file: () => garbage, says: 'unreadable not-a-pdf' },
    'garbage-as-pdf': {
      file: () => Buffer.concat([bytesOf('%PDF-1.7\n'), garbage]),
      says: 'unreadable pdf-damaged',
    },
    'garbage-to-the-end': {
      file: () => Buffer.concat([bytesOf('%PDF-1.7\n'), garbage, bytesOf('\nstartxref\n9\n%%EOF\n')]),
      says: 'unreadable pdf-damaged',
    },
    'never-sealed': { file: () => unsealed, says: 'not-sealed no-seal' },
    'end-mark-cut': { file: () => licence.subarray(0, -2), says: 'unreadable pdf-damaged' },
    half: { file: () => licence.subarray(0, licence.length / 2), says: 'unreadable pdf-damaged' },
    'line-end-behind': {
      file: () => Buffer.concat([licence, bytesOf('\n')]),
      says: 'altered changed-after-seal',
    },
    'itself-behind': { file: () => Buffer.concat([licence, licence]), says: 'altered changed-after-seal' },
    'range-too-short': {
      file: () => withRange(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 40]),
      says: 'altered changed-after-seal',
    },
    'range-with-a-wider-gap': {
      file: () => withRange(([a = 0, b = 0, c = 0, d = 0]) => [a, b - 40, c, d]),
      says: 'altered changed-after-seal',
    },
    'range-from-the-middle': {
      file: () => withRange(([, b = 0, c = 0, d = 0]) => [40, b - 40, c, d]),
      says: 'altered changed-after-seal',
    },
    'range-past-the-file': {
      file: () => withRange(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 1]),
      says: 'altered changed-after-seal',
    },
  }

  it('is answered by its own verdict and reason, whatever it is', async () => {
    const names = Object.keys(cases)
    for (const name of names) writeFileSync(join(folder, `${name}.pdf`), cases[name]?.file() ?? '')
    const { code, reports, stderr } = await authenticate(names.map((name) => `${name}.pdf`))
    const says = reports.map(({ verdict, reason }) => [verdict, reason].filter(Boolean).join(' '))
    expect(Object.fromEntries(names.map((name, index) => [name, says[index]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, cases[name]?.says])),
    )
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('that nobody can read at once is answered within seconds of work', async () => {
    const trust = await openTrust({ roots: [city.root.certificate], authorityList, at: now })
    const start = process.cpuUsage()
    for (const name of ['garbage', 'garbage-as-pdf', 'garbage-to-the-end'])
      expect((await verifyLicence(cases[name]?.file() ?? expect.fail(), trust, { at: now })).genuine).toBe(
        'undetermined',
      )
    expect(workSince(start)).toBeLessThan(10_000)
  })

  describeWith('qpdf', 'that qpdf encrypted', (qpdf) => {
    it.each([
      ['for everybody to open', ''],
      ['with a password', 'secret'],
    ])('%s is unreadable because it is encrypted', async (_title, password) => {
      writeFileSync(join(folder, 'plain.pdf'), licence)
      const words = ['--encrypt', password, 'owner', '256', '--', 'plain.pdf', 'encrypted.pdf']
      expect((await qpdf.run(words, { cwd: folder })).stderr).toBe('')
      const { code, reports } = await authenticate(['encrypted.pdf'])
      expect({ code, verdict: reports[0]?.verdict }).toEqual({ code: 4, verdict: 'unreadable' })
      const structure = reports[0]?.checks.find(({ name }) => name === 'pdf-structure')
      expect(structure?.evidence.signingReason).toBe('pdf-encrypted')
    })
  })
})

describe('a key', () => {
  it('does not come out of its container by a wrong password', async () => {
    const [seal = expect.fail()] = city.seals
    const container = await createPkcs12(seal.identity, '市场监督管理局', { iterations: 1_000 })
    for (const password of ['', '市场监督管理', '市场监督管理局 ', 'password']) {
      await expect(openPkcs12(container, password)).rejects.toMatchObject({
        code: 'pkcs12-password-wrong',
        kind: 'denied',
      })
    }
    expect((await openPkcs12(container, '市场监督管理局')).certificate).toEqual(seal.identity.certificate)
  })

  it('is not what a certificate is taken for', async () => {
    const { certificate } = city.root
    const pem = pemOf(certificate, 'CERTIFICATE')
    await expect(importPkcs8(certificate)).rejects.toMatchObject({ code: 'key-not-private' })
    await expect(importPem(pem)).rejects.toMatchObject({ code: 'key-not-private' })
    expect(() => nativeSigner(certificate)).toThrow(/^key-not-private/)
    await expect(openPkcs12(certificate, '')).rejects.toMatchObject({ code: 'pkcs12-is-other' })
    await expect(openPkcs12(new TextEncoder().encode(pem), '')).rejects.toMatchObject({
      code: 'pkcs12-is-other',
    })
  })
})

describe('trust', () => {
  const opened = (roots: readonly Uint8Array[], list = authorityList) =>
    openTrust({ roots, authorityList: list, at: now })

  it('that is empty opens nothing', async () => {
    await expect(opened([])).rejects.toMatchObject({ code: 'roots-missing' })
    await expect(opened([new Uint8Array()])).rejects.toMatchObject({ code: 'root-unreadable' })
    await expect(opened([city.root.certificate], new Uint8Array())).rejects.toMatchObject({
      code: 'authority-list-unreadable',
    })
    await expect(verifyPdf(licence, { roots: [], at: now })).rejects.toMatchObject({ code: 'roots-missing' })
    await expect(verifyCms(authorityList, { roots: [], at: now })).rejects.toMatchObject({
      code: 'roots-missing',
    })
  })

  it('that is an empty file is a wrong call of the command, which then judges nothing', async () => {
    writeFileSync(join(folder, 'licence.pdf'), licence)
    writeFileSync(join(folder, 'empty.p7m'), '')
    const { code, reports, stderr } = await authenticate(['licence.pdf'], 'empty.p7m')
    expect({ code, reports }).toEqual({ code: 2, reports: [] })
    expect(stderr).toContain('authority-list-unreadable')
  })

  it('in a list without authorities knows none, and calls nothing genuine', async () => {
    const list = authorityListOf(city, {
      issuedAt: instant(now.getTime() - day),
      nextUpdate: instant(now.getTime() + day),
    })
    const nobody = await sealAuthorityList({ ...list, authorities: [] }, city.publisher)
    const report = await verifyLicence(licence, await opened([city.root.certificate], nobody), { at: now })
    expect(report).toMatchObject({
      verdict: 'unknown-authority',
      reason: 'authority-unknown',
      genuine: 'undetermined',
    })
  })

  it('in another CA alone does not open the list', async () => {
    const other = await createCa({ name: { C: 'CN', O: '云汀市数字证书认证中心', CN: '云汀市开发用根证书' } })
    await expect(opened([other.certificate])).rejects.toMatchObject({ code: 'authority-list-seal-wrong' })
  })
})

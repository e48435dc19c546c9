import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LicenceReport } from '@licencevault/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The demo as its reader sees it, and `vault authenticate` on the files it leaves behind. */
const root = resolve(import.meta.dirname, '../..')
const vaultCommand = join(root, 'packages/cli/src/main.ts')
let out: string
let said: string

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'licencevault-demo-'))
  const run = () => {
    const ended = spawnSync(process.execPath, ['test/demo/main.ts', out], { cwd: root, encoding: 'utf8' })
    expect(ended.status, ended.stderr).toBe(0)
    return ended.stdout + ended.stderr
  }
  run()
  said = run()
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const hard: Readonly<Record<string, string>> = {
  genuine: 'valid',
  'face-changed': 'altered',
  'statement-replaced': 'altered',
  'byte-changed': 'altered',
  'other-ca': 'forged',
  'not-entitled': 'not-entitled',
  'stolen-seal': 'not-recorded',
  'no-receipt': 'not-recorded',
  expired: 'expired',
  'seal-had-ended': 'seal-invalid',
  'no-seal': 'not-sealed',
  'no-pdf': 'unreadable',
}

/** What happened since is not in the file; the vault knows it. */
const changed: Readonly<Record<string, string>> = {
  suspended: 'suspended',
  restored: 'valid',
  revoked: 'revoked',
  rescinded: 'rescinded',
  cancelled: 'cancelled',
  replaced: 'superseded',
}

const cellsOf = (name: string) =>
  said
    .split('\n')
    .map((line) => line.split('│').map((cell) => cell.trim()))
    .find(([, first]) => first === name)

function vault(...words: string[]) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', NO_COLOR: '1' }
  return spawnSync(process.execPath, ['--no-warnings', vaultCommand, ...words], {
    cwd: out,
    encoding: 'utf8',
    env,
  })
}

const authenticate = (...words: string[]) => vault('authenticate', ...words, '--trust', 'authorities.p7m')

describe('the demo, run a second time', () => {
  it('leaves at least 100 sealed licences of at least 30 types behind', () => {
    const files = readdirSync(join(out, 'licences'))
    const types = new Set(files.map((file) => file.slice(4)))
    expect(files.length).toBeGreaterThanOrEqual(100)
    expect(types.size).toBeGreaterThanOrEqual(30)
    for (const file of files)
      expect(
        readFileSync(join(out, 'licences', file))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
  })

  it.each(Object.entries(hard))('says of %s: %s', (name, verdict) => {
    const cells = cellsOf(`${name}.pdf`)
    expect([cells?.[3], cells?.[4]]).toEqual([verdict, verdict])
  })

  it.each(Object.entries(changed))(
    'says of a licence that was %s: the vault knows it as %s',
    (name, verdict) => {
      const cells = cellsOf(name)
      expect([cells?.[3], cells?.[4]]).toEqual(['valid', verdict])
    },
  )

  it('counts what it did, as the front page says', () => {
    expect(said).toMatch(
      /120 licences of 84 types \(of 84\) by [1-9]\d* authorities: all recorded, all genuine/,
    )
    expect(said).toMatch(/issuing 签发 =+ 120\/120/)
    expect(said).toMatch(/verifying 核验 =+ 120\/120/)
  })

  it('says where the files are and what to try next', () => {
    expect(said).toContain('npx vault authenticate')
    expect(said).toContain(join('licences'))
  })
})

describe('the second act', () => {
  it('files 300 cases and says what falls due, why, what is held, and who may use what', () => {
    expect(said).toMatch(/What falls due by \d{4}-12-31\? [1-9]\d* of 300 cases/)
    for (const words of [
      '自办结次年1月1日起算',
      '冻结：云市调〔2026〕3号',
      'refused: ',
      'granted: a copy of',
    ])
      expect(said).toContain(words)
  })
})

describe('vault authenticate', () => {
  it('ends with 0 on a genuine licence in force, and names it', () => {
    const { status, stdout, stderr } = authenticate('hard/genuine.pdf')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('valid')
    expect(stdout).toContain('食品经营许可证')
    expect(stdout).toContain('Judged by authority list no. 2')
    expect(stdout).toMatch(/root with SHA-256 [0-9a-f]{64}/)
    expect(stdout).not.toContain('\u001b')
  })

  it.each([
    ['hard/altered', ['hard/byte-changed.pdf', 'hard/genuine.pdf'], 1],
    ['no seal', ['hard/no-seal.pdf'], 1],
    ['out of its dates', ['hard/expired.pdf', 'hard/genuine.pdf'], 3],
    ['unreadable', ['hard/no-pdf.pdf', 'hard/expired.pdf'], 4],
    ['unreadable and forged', ['hard/no-pdf.pdf', 'hard/other-ca.pdf'], 1],
  ])('%s: the gravest answer is the exit code', (_, files, code) => {
    expect(authenticate(...files).status).toBe(code)
  })

  it('prints whole reports as JSON', () => {
    const { stdout, status } = authenticate('--json', ...Object.keys(hard).map((name) => `hard/${name}.pdf`))
    const reports = JSON.parse(stdout) as (LicenceReport & { file: string })[]
    expect(status).toBe(1)
    expect(Object.fromEntries(reports.map(({ file, verdict }) => [file.slice(5, -4), verdict]))).toEqual(hard)
    for (const { checks } of reports) expect(checks.length).toBeGreaterThan(5)
  })

  it('speaks Chinese and shows every check when asked', () => {
    const { stdout } = authenticate('hard/genuine.pdf', '--lang', 'zh', '--checks')
    expect(stdout).toContain('真实，且在有效期内')
    expect(stdout).toContain('真实有效')
    expect(stdout).toContain('通过 authority-entitled')
    const { stderr } = vault('authenticate', 'no-such.pdf', '--lang', 'zh', '--trust', 'authorities.p7m')
    expect(stderr).toContain('文件不存在')
  })

  it('judges as of another time', () => {
    expect(authenticate('hard/genuine.pdf', '--at', '2100-01-01').status).toBe(4)
    expect(authenticate('hard/genuine.pdf', '--at', 'yesterday').stderr).toContain('time-not-readable')
  })

  it('believes the list only under the root that is named', () => {
    expect(authenticate('hard/genuine.pdf', '--root', 'root.der').status).toBe(0)
    writeFileSync(join(out, 'seal-as-root.txt'), 'not a certificate')
    const { status, stderr } = authenticate('hard/genuine.pdf', '--root', 'seal-as-root.txt')
    expect(status).toBe(2)
    expect(stderr).toContain('root-unreadable')
  })

  it.each([
    [
      'a file that is not there',
      ['authenticate', 'no-such.pdf', '--trust', 'authorities.p7m'],
      'file-not-readable',
    ],
    ['a folder', ['authenticate', 'hard', '--trust', 'authorities.p7m'], 'file-not-readable'],
    ['no trust', ['authenticate', 'hard/genuine.pdf'], '--trust'],
    [
      'trust that is none',
      ['authenticate', 'hard/genuine.pdf', '--trust', 'root.der'],
      'authority-list-unreadable',
    ],
    [
      'a language it does not speak',
      ['authenticate', 'hard/genuine.pdf', '--trust', 'authorities.p7m', '--lang', 'fr'],
      'language-unknown',
    ],
    ['an unknown word', ['authentify'], 'unknown command'],
  ])('%s is a wrong call with a hint, and judges nothing', (_, words, hint) => {
    const { status, stderr, stdout } = vault(...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(hint)
  })
})

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeCases } from '@licencevault/city'
import { describeWith } from '@licencevault/kit/programs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedPair } from './record-stores.ts'
import { cityItems, defineItems, fileCase, scheduleFor, today } from './records.ts'
import { foodOffice, foodItem as item, openRecordsHouse, type RecordsHouse } from './records-house.ts'
import { loadCity, needed } from './service.ts'

/** `vault archive …` as an archivist reads it, and as a program does. */
const main = resolve(import.meta.dirname, '../../packages/cli/src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'licencevault-archive-cli-'))
const at = (name: string) => join(folder, name)
const closed = { from: '2014-02-01', to: '2014-11-30' }
const dated = needed(
  cityItems.find(({ code }) => {
    const [table] = scheduleFor([{ code }]).items
    return table?.retention === 'D10' && table.start === 'NEXT_JAN_1_AFTER_CLOSE'
  }),
)
const cases = [...makeCases({ seed: 'cli', count: 4, items: [item, dated], closed })]
let house: RecordsHouse
let door: Record<'archivist' | 'reader', string[]>
let caseIds: string[]

beforeAll(async () => {
  house = await openRecordsHouse(await (await embeddedPair()).open())
  const address = house.address.replace('127.0.0.1', 'localhost')
  const doorOf = async (role: 'archivist' | 'reader') => {
    const { cert, key, ca } = await house.certificateOf(role, foodOffice, `cli-${role}`)
    return ['--address', address, '--ca', ca, '--cert', cert, '--key', key]
  }
  door = { archivist: await doorOf('archivist'), reader: await doorOf('reader') }
  await defineItems(house.archivist, cityItems.slice(1, 60), 'more')
  const scheduleJson = JSON.stringify(scheduleFor([dated]))
  const { number } = await house.archivist.proposeSchedule({ user: 'wang', scheduleJson })
  await house.approver.approveSchedule({ user: 'li', number, effectiveFrom: today })
  caseIds = []
  for (const [n, one] of cases.entries()) {
    caseIds.push((await fileCase(house.archivist, one, { requestId: `cli-${n}` })).caseId)
  }
})
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

function vault(role: 'archivist' | 'reader', ...words: string[]) {
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' }
  const all = ['--no-warnings', main, 'archive', ...words, ...door[role]]
  return new Promise<{ code: number; out: string; talk: string }>((done) => {
    execFile(process.execPath, all, { env }, (problem, out, talk) =>
      done({ code: problem ? Number(problem.code) : 0, out, talk }),
    )
  })
}
async function says(...words: Parameters<typeof vault>) {
  const { code, out, talk } = await vault(...words, '--json')
  expect({ code, talk }).toEqual({ code: 0, talk: '' })
  return JSON.parse(out)
}
async function tells(...words: Parameters<typeof vault>) {
  const { code, out, talk } = await vault(...words)
  expect({ code, talk }).toEqual({ code: 0, talk: '' })
  return out
}

describe('for people', () => {
  it('a case is told in lines, its reasons numbered', async () => {
    const told = await tells('archivist', 'case', needed(caseIds[0]))
    expect(told).toMatch(/^档号: J\d{3}-/)
    expect(told).toMatch(/\n {2}1\. 办件于 2014-\d\d-\d\d 办结。\n/)
    expect(told).toContain('最早可销毁')
    const english = await tells('archivist', 'case', needed(caseIds[0]), '--lang', 'en')
    expect(english).toMatch(/\n {2}1\. The case was closed on 2014-\d\d-\d\d\.\n/)
  })

  it('what falls due is counted by month, and what never does is listed', async () => {
    const { by } = await says('archivist', 'due', '--by', 'month')
    const undated = await says('archivist', 'undated', 'permanent')
    const open = await says('archivist', 'undated', 'open')
    expect(by).toMatchObject([{ value: '2025-01' }])
    expect([by[0].cases, undated.length].every((count) => count > 0)).toBe(true)
    expect(by[0].cases + undated.length + open.length).toBe(cases.length)
    const counted = await says('archivist', 'undated', 'permanent', '--by', 'item')
    expect(counted.cases ?? 0).toBe(undated.length)
    expect(await tells('archivist', 'due', '--by', 'month')).toContain('all')
  })

  it('a dry run tells how dates would change, with a case of each kind', async () => {
    const tables = scheduleFor([item]).items.map((table) => ({
      ...table,
      retention: 'D10',
      start: 'CLOSE_DATE',
    }))
    const { number } = await house.archivist.proposeSchedule({
      user: 'wang',
      scheduleJson: JSON.stringify({ ...scheduleFor([item]), items: tables }),
    })
    const told = await tells('archivist', 'schedule', 'dry-run', String(number))
    expect(told).toMatch(/\d (提前|推后|可定到期日)/)
    expect(told).toMatch(/J\d{3}-.* → \d{4}-\d\d-\d\d/)
    await house.approver.approveSchedule({ user: 'li', number, effectiveFrom: today })
    const decision = { user: 'li', number, decision: '鉴〔2026〕1号' }
    const moved = cases.filter(({ order }) => order.item === item.code).length
    expect([moved > 0, await house.approver.applyToFiled(decision)]).toMatchObject([true, { moved }])
  })
})

describe('exceptions', () => {
  it('are listed with the delay of what was filed late, and counted by office', async () => {
    const listed: { kind: string; daysLate: number; settled: boolean }[] = await says(
      'archivist',
      'exceptions',
    )
    expect(listed.map(({ kind }) => kind)).toEqual(cases.map(() => 'late'))
    const delays = listed.map(({ daysLate }) => daysLate).toSorted((a, b) => a - b)
    expect((delays[0] ?? 0) > 0).toBe(true)
    expect(await says('archivist', 'exceptions', '--kind', 'failed')).toEqual([])
    expect(await says('archivist', 'exceptions', '--settled')).toEqual([])
    const [counted, ...others] = await says('archivist', 'exceptions', '--count')
    expect([counted.late, counted.daysLateMost, others]).toEqual([cases.length, delays.at(-1), []])
    expect(await tells('archivist', 'exceptions', '--count')).toContain(String(counted.daysLateP50))
  })
})

describe('holds', () => {
  it('are placed on whatever is found at that moment, and say what they stop', async () => {
    const order = [
      '--authority',
      foodOffice,
      '--reason',
      '审计',
      '--decision',
      '审〔2026〕1号',
      '--from',
      today,
    ]
    const due = await says('archivist', 'due', '--item', dated.code)
    const { id, cases: count } = await says('archivist', 'hold', '--item', dated.code, ...order)
    expect([count > 0, count]).toEqual([true, due.length])
    const stopped = await says('archivist', 'held', id)
    expect(stopped.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual(
      due.map(({ caseId }: { caseId: string }) => caseId).sort(),
    )
    await says('archivist', 'lift', id, '--decision', '审〔2026〕9号')
    const neither = await vault('archivist', 'hold', ...order, '--json')
    expect(JSON.parse(neither.talk)).toMatchObject({ code: 'hold-empty' })
  })
})

describe('uses', () => {
  const by = ['--purpose', 'enforcement', '--user', 'zhao']
  let last: number

  it('show what lies in a case, and an extract of it', async () => {
    const listed = await says('reader', 'use', needed(caseIds[0]), '--form', 'list', ...by)
    last = listed.files.at(-1).number
    expect(listed.files.at(-1)).not.toHaveProperty('sha256')
    const extract = await tells('reader', 'use', needed(caseIds[0]), '--form', 'extract', ...by)
    expect(extract).toContain('  题名: ')
    expect(extract).toMatch(/text\/plain · [0-9a-f]{64}/)
  })

  it('write nothing where they are refused, or nobody says where to', async () => {
    const copy = ['use', needed(caseIds[0]), '--file', String(last), '--form', 'certified-copy', ...by]
    const nowhere = await vault('reader', ...copy, '--json')
    expect(nowhere).toMatchObject({ code: 2, out: '' })
    expect(JSON.parse(nowhere.talk)).toMatchObject({
      code: 'output-missing',
      remedy: { zh: expect.any(String) },
    })
    const refused = await vault('reader', ...copy, '--output', at('copy'))
    expect(refused).toMatchObject({ code: 1, talk: '' })
    expect(refused.out).toContain('不能出具证明性复制件。 (use-seal-missing)')
    expect(readdirSync(folder)).toEqual([])
    const away = await vault(
      'reader',
      ...copy.with(5, 'copy'),
      '--output',
      join(folder, 'no/such/copy'),
      '--json',
    )
    expect(JSON.parse(away.talk)).toMatchObject({ code: 'file-not-writable' })
  })

  describeWith('openssl', 'with openssl', (openssl) => {
    it('a certified copy is written with a certificate that stands under the root', async () => {
      await loadCity(house.operator, ['食品经营许可证'])
      const copy = ['use', needed(caseIds[0]), '--file', String(last), '--form', 'certified-copy', ...by]
      const answered = await says('reader', ...copy, '--output', at('copy'))
      expect(answered).toMatchObject({ granted: true, certificate: at('copy.certificate.json') })
      const said = JSON.parse(readFileSync(at('copy.certificate.json'), 'utf8'))
      const digest = createHash('sha256')
        .update(readFileSync(at('copy')))
        .digest('hex')
      expect(said.file.sha256).toBe(digest)
      const how = ['cms', '-verify', '-inform', 'DER', '-binary', '-purpose', 'any', '-out', at('out')]
      const root = ['-CAfile', join(house.folder, 'keys/root.pem')]
      const signed = ['-in', at('copy.certificate.p7s'), '-content', at('copy.certificate.json')]
      expect(await openssl.run([...how, ...root, ...signed])).toMatchObject({ status: 0 })
      expect(existsSync(at('copy.part'))).toBe(false)
    })
  })
})

describe('for programs', () => {
  it('errors are one line of JSON on standard error, in both languages, whatever is wrong', async () => {
    const errorOf = async (...words: Parameters<typeof vault>) => {
      const { code, out, talk } = await vault(...words, '--json')
      expect(out).toBe('')
      expect(talk.trim()).not.toContain('\n')
      return { exit: code, ...JSON.parse(talk) }
    }
    expect(await errorOf('archivist', 'case', '0'.repeat(32))).toMatchObject({
      exit: 2,
      code: 'case-unknown',
      kind: 'missing',
      sentence: { en: expect.any(String), zh: expect.any(String) },
      remedy: { en: expect.any(String), zh: expect.any(String) },
    })
    expect(await errorOf('archivist', 'due', '--from', '2026-02-30')).toMatchObject({
      code: 'member-wrong',
      violations: [{ field: 'query.from' }],
    })
    expect(await errorOf('reader', 'undated', 'permanent')).toMatchObject({ code: 'method-not-permitted' })
    expect(await errorOf('archivist', 'due', '--moon')).toMatchObject({ exit: 2, code: 'call-wrong' })
    expect(await errorOf('archivist', 'lift', 'x')).toMatchObject({ exit: 2, code: 'call-wrong' })
    const missing = ['schedule', 'propose', at('no-such.csv'), '--title', '表', '--user', 'wang']
    expect(await errorOf('archivist', ...missing)).toMatchObject({ exit: 2, code: 'file-not-readable' })
    writeFileSync(at('wrong.json'), '{')
    expect(await errorOf('archivist', 'define-items', at('wrong.json'))).toMatchObject({
      code: 'file-not-json',
    })
  })

  it('a list that goes on says so in JSON beside it', async () => {
    const first = await vault('archivist', 'items', '--json')
    expect([first.code, JSON.parse(first.out).length]).toEqual([0, 50])
    const { nextCursor } = JSON.parse(first.talk)
    expect(await says('archivist', 'items', '--cursor', nextCursor)).toHaveLength(10)
  })
})

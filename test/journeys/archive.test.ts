import { execFile } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { UseRequestInput, VaultClient } from '@licencevault/api'
import { type CityCase, makeCases } from '@licencevault/city'
import { verifyCms } from '@licencevault/signing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onBothPairs, type Pair } from './record-stores.ts'
import { cityItems, defineItems, fileCase, scheduleFor, today } from './records.ts'
import { type House, loadCity, needed, openHouse } from './service.ts'

/** The archivist's day, table in → approve → cases filed → due list with reasons → hold → use, on both store pairs. */
const main = resolve(import.meta.dirname, '../../packages/cli/src/main.ts')
const [item, another] = cityItems.filter(({ code }) => {
  const [table] = scheduleFor([{ code }]).items
  return table?.retention === 'D10' && table.start === 'NEXT_JAN_1_AFTER_CLOSE'
})
const items = [needed(item), needed(another)]
const office = needed(item).authority.code
const cases = [
  ...makeCases({ seed: 'journey', count: 6, items, closed: { from: '2014-02-01', to: '2014-11-30' } }),
]

onBothPairs(journey)

function journey(start: () => Promise<Pair>): void {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-records-'))
  const at = (name: string) => join(folder, name)
  let pair: Pair
  let house: House
  let archivist: VaultClient['archive']
  let approver: VaultClient['archive']
  let filer: VaultClient['archive']
  let reader: VaultClient['archive']
  const filed: string[] = []

  /** `vault archive …`, a program of its own, as the holder of a certificate. */
  async function vault(role: 'archivist' | 'approver' | 'filer' | 'reader', ...words: string[]) {
    const { cert, key, ca } = await house.certificateOf(role, office, `cli-${role}`)
    const address = house.address.replace('127.0.0.1', 'localhost')
    const door = ['--address', address, '--ca', ca, '--cert', cert, '--key', key, '--json']
    const all = ['archive', ...words, ...door]
    return new Promise<{ code: number; out: string; talk: string }>((done) => {
      execFile(process.execPath, ['--no-warnings', main, ...all], (problem, out, talk) =>
        done({ code: problem ? Number(problem.code) : 0, out, talk }),
      )
    })
  }
  async function says(...words: Parameters<typeof vault>) {
    const { code, out, talk } = await vault(...words)
    expect({ code, talk }).toEqual({ code: 0, talk: '' })
    return JSON.parse(out)
  }

  beforeAll(async () => {
    pair = await start()
    const { settings } = await pair.open()
    house = await openHouse({ ...settings, 'page.address': '' })
    archivist = (await house.clientOf('archivist', undefined, 'records')).archive
    approver = (await house.clientOf('approver', undefined, 'records')).archive
    filer = (await house.clientOf('filer', office, 'approval-system')).archive
    reader = (await house.clientOf('reader', office, 'portal')).archive
  })
  afterAll(async () => {
    await house?.close()
    await pair?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('items come in, and none has a table yet', async () => {
    await defineItems(archivist, items)
    const { items: count, gaps } = await archivist.getCoverage({})
    expect([count, gaps.length]).toEqual([2, 2])
  })

  it('a spreadsheet is proposed, dry run, and approved by another person', async () => {
    const table = scheduleFor(items, '第一版')
    const first = await archivist.proposeSchedule({ user: 'wang', scheduleJson: JSON.stringify(table) })
    await approver.approveSchedule({ user: 'li', number: first.number, effectiveFrom: today })
    await says('archivist', 'schedule', 'export', '--output', at('table.csv'))
    const csv = readFileSync(at('table.csv'), 'utf8')
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const longer = csv.replaceAll(/10年/g, '30年')
    writeFileSync(at('longer.csv'), longer)
    const changes = await says('archivist', 'schedule', 'dry-run', at('longer.csv'))
    expect(changes[0].changes[0]).toMatchObject({ what: 'retention', before: { zh: '10年' } })
    const title = ['--title', '第二版', '--user', 'wang']
    const { number } = await says('archivist', 'schedule', 'propose', at('longer.csv'), ...title)
    await says('approver', 'schedule', 'decline', String(number), '--user', 'li')
    const again = await says('archivist', 'schedule', 'propose', at('table.csv'), ...title)
    const approval = ['schedule', 'approve', String(again.number), '--from', today]
    await says('approver', ...approval, '--user', 'li')
    expect(await says('archivist', 'schedule', 'list')).toMatchObject([
      { state: 'approved' },
      { state: 'declined' },
      { state: 'approved', effectiveFrom: today },
    ])
    expect((await says('archivist', 'schedule', 'coverage')).gaps).toEqual([])
  })

  it('cases are filed through gRPC and from a folder, once each', async () => {
    const own = cases.filter(({ order }) => order.office.code === office)
    expect(own.length).toBeGreaterThan(1)
    for (const [n, one] of own.slice(1).entries()) {
      const answer = await fileCase(filer, one, { requestId: `case-${n}` })
      expect(answer.archivalNumber).toMatch(/^J\d{3}-.+·2014-D10-\d{6}$/)
      expect(answer.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
      expect(await fileCase(filer, one, { requestId: `again-${n}` })).toEqual(answer)
      filed.push(answer.caseId)
    }
    writeFolder(at('case'), needed(own[0]))
    const answer = await says('filer', 'file', at('case'))
    expect(answer).toMatchObject({ revision: 1, dueOn: '2025-01-01', retention: 'D10' })
    filed.push(answer.caseId)
    expect(await says('archivist', 'validate', answer.caseId)).toMatchObject({ valid: true })
    const files = await says('archivist', 'files', answer.caseId)
    expect(files).toHaveLength(needed(own[0]).files.size)
    const reading = ['--user', 'wang', '--purpose', 'audit']
    await says('archivist', 'fetch', answer.caseId, files[0].path, '--output', at('fetched'), ...reading)
    const fetches = (await archivist.findUses({ caseId: answer.caseId })).uses
    expect(fetches).toMatchObject([
      { form: 'fetch', user: 'wang', purpose: 'audit', path: files[0].path, outcome: 'granted', revision: 1 },
    ])
    const sent = [...needed(own[0]).files.values()].map((bytes) => digestOf(bytes))
    expect(sent).toContain(digestOf(readFileSync(at('fetched'))))
  })

  it('what falls due is listed in pages and counted, each case with its reasons', async () => {
    const query = { from: '2025-01-01', to: '2025-12-31' }
    const first = await archivist.findDue({ query, page: { size: 1 } })
    expect(first.cases).toHaveLength(1)
    const rest = await archivist.findDue({ query, page: { size: 500, cursor: first.nextCursor } })
    const found = [...first.cases, ...rest.cases].map(({ caseId }) => caseId)
    expect(found.sort()).toEqual([...filed].sort())
    expect(await archivist.countDue({ query, by: 'retention' })).toMatchObject({
      cases: filed.length,
      by: [{ value: 'D10', cases: filed.length }],
    })
    expect((await archivist.countDue({ query, by: 'month' })).by).toEqual([
      { value: '2025-01', cases: filed.length },
    ])
    const listed = await says('archivist', 'due', '--to', '2026-12-31')
    expect(listed).toHaveLength(filed.length)
    const why = await says('archivist', 'case', listed[0].archivalNumber)
    expect(why.destructionOn).toBe('2025-01-01')
    const told = why.why.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh).join('')
    for (const words of ['办结', '第 3 号', '10年', '2025-01-01']) expect(told).toContain(words)
  })

  it('a table is dry run against what is filed, with each case’s date as it is and as it would be', async () => {
    const scheduleJson = (retention: string) =>
      JSON.stringify({
        ...scheduleFor(items),
        items: scheduleFor(items).items.map((table) => ({ ...table, retention })),
      })
    const dry = async (retention: string) => {
      const rows = await Array.fromAsync(archivist.dryRunSchedule({ scheduleJson: scheduleJson(retention) }))
      return needed(rows.find((row) => row.filed > 0))
    }
    const all = { office, filed: filed.length, lookedAt: filed.length }
    const before = { what: 'later', retentionBefore: 'D10', dueBefore: '2025-01-01' }
    expect(await dry('D30')).toMatchObject({
      ...all,
      later: filed.length,
      dueAtOnce: 0,
      examples: [{ ...before, retentionAfter: 'D30', dueAfter: '2045-01-01' }],
    })
    expect(await dry('P1Y')).toMatchObject({ ...all, earlier: filed.length, dueAtOnce: 0 })
    const never = await dry('Y')
    expect(never).toMatchObject({ ...all, never: filed.length, examples: [{ what: 'never', dueAfter: '' }] })
  })

  it('what has no day to fall due is listed and counted too', async () => {
    expect(await archivist.findUndated({ query: { state: 'permanent' } })).toMatchObject({ cases: [] })
    const lasting = needed(
      cityItems.find(({ code, authority }) => {
        const [table] = scheduleFor([{ code }]).items
        return table?.retention === 'Y' && authority.code !== office
      }),
    )
    await defineItems(archivist, [lasting], 'lasting')
    const table = JSON.stringify(scheduleFor([lasting], '永久'))
    const { number } = await archivist.proposeSchedule({ user: 'wang', scheduleJson: table })
    await approver.approveSchedule({ user: 'li', number, effectiveFrom: today })
    const closed = { from: '2014-02-01', to: '2014-11-30' }
    const client = (await house.clientOf('filer', lasting.authority.code, 'land-system')).archive
    const kept: string[] = []
    for (const [n, one] of [
      ...makeCases({ seed: 'lasting', count: 3, items: [lasting], closed }),
    ].entries()) {
      kept.push((await fileCase(client, one, { requestId: `lasting-${n}` })).caseId)
    }
    const query = { state: 'permanent', office: lasting.authority.code }
    const first = await archivist.findUndated({ query, page: { size: 2 } })
    const rest = await archivist.findUndated({ query, page: { size: 2, cursor: first.nextCursor } })
    expect([...first.cases, ...rest.cases].map(({ caseId }) => caseId)).toEqual(kept)
    expect(first.cases[0]).toMatchObject({ state: 'permanent', retention: 'Y', dueOn: '' })
    expect(await archivist.countUndated({ query: { state: 'permanent' }, by: 'retention' })).toMatchObject({
      cases: 3,
      by: [{ value: 'Y', cases: 3 }],
    })
    expect((await archivist.countUndated({ query: { state: 'open' } })).cases).toBe(0)
    const order = { user: 'wang', authority: office, reason: '审计', decision: '审〔2026〕7号', from: today }
    const { id, cases: stopped } = await archivist.placeHold({ ...order, undated: { state: 'permanent' } })
    expect(stopped).toBe(3)
    const { holds } = await archivist.listCaseFiles({ caseId: needed(kept[0]) })
    expect(holds.map(({ decision }) => decision)).toEqual(['审〔2026〕7号'])
    const held = { query: { state: 'permanent', held: true } } as const
    expect((await archivist.findUndated(held)).cases).toHaveLength(3)
    await archivist.liftHold({ user: 'wang', id, decision: '审〔2026〕8号' })
    expect((await archivist.findUndated(held)).cases).toEqual([])
    expect((await filer.findUndated({ query: { state: 'permanent' } })).cases).toEqual([])
  })

  it('a hold stops a case until it is lifted, and is named in every answer', async () => {
    const [held = ''] = filed
    const order = [
      '--authority',
      office,
      '--reason',
      '案件调查',
      '--decision',
      '调〔2026〕1号',
      '--from',
      today,
    ]
    const { id, cases: stopped } = await says('archivist', 'hold', held, ...order)
    expect(stopped).toBe(1)
    const { case: shown, destructionBecause } = await archivist.explainCase({ caseId: held })
    expect([shown?.holds[0]?.decision, destructionBecause]).toEqual(['调〔2026〕1号', 'held'])
    const due = await archivist.findDue({ query: { held: true } })
    expect(due.cases.map(({ caseId }) => caseId)).toEqual([held])
    expect((await archivist.listHeldCases({ id })).caseIds).toEqual([held])
    const whole = {
      authority: office,
      reason: '审计',
      decision: '审〔2026〕2号',
      from: today,
      query: { to: '2025-12-31' },
    }
    expect((await archivist.placeHold({ user: 'wang', ...whole })).cases).toBe(filed.length)
    expect((await archivist.listHolds({})).holds).toHaveLength(2)
    await says('archivist', 'lift', id, '--decision', '调〔2026〕9号')
    expect((await says('archivist', 'holds')).map(({ decision }: { decision: string }) => decision)).toEqual([
      '审〔2026〕2号',
    ])
  })

  it('a use is granted or refused by name, and is on record either way', async () => {
    const [caseId = ''] = filed
    const ask = { caseId, file: 1, form: 'USE_FORM_COPY', user: 'zhao', purpose: 'judicial' } as const
    const refused = await use(reader, { ...ask, purpose: 'research' })
    expect(refused.answer).toMatchObject({
      granted: false,
      refusal: { code: expect.stringMatching(/^use-/) },
    })
    expect(refused.bytes).toHaveLength(0)
    const own = cases.filter(({ order }) => order.office.code === office)[1]
    const results = needed(own).order.files.length
    const granted = await use(reader, { ...ask, file: results, purpose: 'enforcement' })
    expect(granted.answer.granted, JSON.stringify(granted.answer)).toBe(true)
    expect(digestOf(granted.bytes)).toBe(granted.answer.file?.sha256)
    const asked = ['use', caseId, '--form', 'list', '--purpose', 'judicial', '--user', 'zhao']
    expect(await says('reader', ...asked)).toMatchObject({ granted: true, form: 'list' })
    const { uses } = await archivist.findUses({ caseId })
    expect(uses.map(({ outcome }) => outcome)).toEqual([expect.stringMatching(/^use-/), 'granted', 'granted'])
    expect((await archivist.findUses({ application: 'portal', user: 'zhao' })).uses).toHaveLength(2)
    expect((await archivist.findUses({ from: '2099-01-01T00:00:00Z' })).uses).toEqual([])
  })

  it('an extract tells of case and files; a certified copy comes under the seal of the archive', async () => {
    const [caseId = ''] = filed
    const ask = { caseId, user: 'zhao', purpose: 'enforcement' } as const
    const entry = await use(reader, { ...ask, form: 'USE_FORM_EXTRACT' })
    const { files, withheld, elements, archivalNumber } = entry.answer
    expect(elements).toContainEqual(
      expect.objectContaining({ name: 'archivalNumber', value: archivalNumber, label: expect.anything() }),
    )
    const { files: packed } = await archivist.listCaseFiles({ caseId })
    expect(files.length + withheld).toBe(packed.length)
    expect(withheld).toBeGreaterThan(0)
    expect([entry.bytes.length, files[0]?.sha256]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64}$/)])

    const last = needed(files.at(-1)).number
    const certified = { ...ask, file: last, form: 'USE_FORM_CERTIFIED_COPY' } as const
    const refused = await use(reader, certified)
    expect(refused.answer.refusal?.code).toBe('use-seal-missing')
    expect(refused.bytes).toHaveLength(0)
    // Whoever is listed as an authority of this city has a seal from then on.
    await loadCity(house.operator, ['食品经营许可证'])
    const { answer, bytes } = await use(reader, certified)
    const { certificateJson, signature } = needed(answer.certificate)
    const said = JSON.parse(certificateJson.toString('utf8'))
    expect(said).toMatchObject({
      format: 'licencevault.copy-certificate/1',
      case: { id: caseId, archivalNumber },
      file: { number: last, sha256: digestOf(bytes) },
      recipient: { application: 'portal', user: 'zhao', authority: office },
      purpose: 'enforcement',
    })
    const root = readFileSync(join(house.folder, 'keys/root.pem'))
    const roots = [new Uint8Array(new X509Certificate(root).raw)]
    const verdict = await verifyCms(signature, { content: certificateJson, roots, at: new Date() })
    expect(verdict.indication).toBe('TOTAL-PASSED')
    const { uses } = await archivist.findUses({ caseId })
    expect(uses.slice(-3).map(({ form, outcome }) => [form, outcome])).toEqual([
      ['extract', 'granted'],
      ['certified-copy', 'use-seal-missing'],
      ['certified-copy', 'granted'],
    ])
    const references = { application: '申〔2026〕7号', holderConsent: '同意书 3', officeConsent: '函 9' }
    await use(reader, { ...ask, form: 'USE_FORM_LIST', ...references })
    const named = (await archivist.findUses({ caseId, application: 'portal' })).uses.at(-1)
    expect(named).toMatchObject({
      ...{ applicationNumber: '申〔2026〕7号', holderConsent: '同意书 3', officeConsent: '函 9' },
      ...{ revision: 1, application: 'portal', user: 'zhao' },
    })
  })

  it('another office’s filing system finds none of it', async () => {
    const other = needed(cityItems.find(({ authority }) => authority.code !== office)).authority.code
    const stranger = (await house.clientOf('filer', other, 'other-system')).archive
    expect((await stranger.findDue({ query: {} })).cases).toEqual([])
    await expect(stranger.explainCase({ caseId: filed[0] ?? '' })).rejects.toThrow('authority-not-yours')
    await expect(
      stranger
        .fetchCaseFile({ caseId: filed[0] ?? '' })
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toThrow('authority-not-yours')
    await expect(stranger.placeHold({})).rejects.toThrow('method-not-permitted')
    await expect(reader.explainCase({ caseId: filed[0] ?? '' })).rejects.toThrow('method-not-permitted')
  })

  it('leaves nothing in the spool', () => {
    expect(readdirSync(join(house.folder, 'spool'))).toEqual([])
  })
}

async function use(archive: VaultClient['archive'], request: UseRequestInput) {
  const parts = await Array.fromAsync(archive.use(request))
  const chunks = parts.flatMap(({ chunk }) => (chunk ? [chunk] : []))
  return { answer: needed(parts[0]?.answer), bytes: Buffer.concat(chunks) }
}

function writeFolder(folder: string, { order, files }: CityCase): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const short = order.files.map(({ size: _, sha256: __, ...file }) => file)
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ ...order, files: short }))
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

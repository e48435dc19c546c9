import { describe, expect, it } from 'vitest'
import { writeArchivalNumber } from '../filing/archival-number.ts'
import { acceptedFormats, type Identified } from '../formats/formats.ts'
import type { CaseElements } from '../metadata/elements.ts'
import { type CaseRecord, recordJson, recordXml } from '../metadata/record.ts'
import type { FilingFacts, InspectedFile } from './facts.ts'
import { checkOutcomes } from './finding.ts'
import { packageTags } from './package.ts'
import { checkProperties } from './run.ts'
import { type CheckCode, checkTable } from './table.ts'

const number = { fonds: 'J012', class: 'XK', year: 2026, retention: 'D10', number: 3 }
const said: CaseElements = {
  aggregation: '件',
  fondsName: '云汀市市场监督管理局',
  creator: '云汀市市场监督管理局',
  recordNumber: '0123456789abcdef0123456789abcdef',
  archivalNumber: writeArchivalNumber(number),
  ...number,
  office: '11339900MB9X00023D',
  title: '山风茶馆食品经营许可',
  caseNumber: '2026-XK-0042',
  responsible: '云汀市市场监督管理局',
  date: '2026-11-20',
  fileCount: 1,
  language: 'zh-CN',
  itemCode: '11339900MB9X00023D3330117005000',
  itemVersion: 1,
  itemName: '食品经营许可（新办）',
  outcome: 'granted',
  acceptedOn: '2026-11-10',
  closedOn: '2026-11-20',
  filedOn: '2026-11-25',
  schedule: 1,
  scheduleFrom: '2026-01-01',
}
const digest = 'a'.repeat(64)
const announced = { material: 'A01', path: 'a.pdf', title: '申请书', size: 20, sha256: digest }
const path = '申报文件/001-申请书.pdf'
const record: CaseRecord = {
  format: 'licencevault.record/1',
  elements: said,
  applicants: ['山风茶馆'],
  situations: [],
  licences: [],
  steps: [
    { action: '受理', actor: '窗口', at: '2026-11-10T01:00:00Z' },
    { action: '决定', actor: '处室', at: '2026-11-20T01:00:00Z', opinion: '准予' },
  ],
  files: [
    {
      number: 1,
      material: 'A01',
      category: 'application',
      path,
      sentAs: 'a.pdf',
      title: '申请书',
      size: 20,
      sha256: digest,
      sm3: digest,
      media: 'application/pdf',
    },
  ],
}
const identified: Identified = {
  format: 'pdf',
  media: 'application/pdf',
  contradictsName: false,
  encrypted: false,
  bomb: false,
}
const file: InspectedFile = {
  sentAs: 'a.pdf',
  size: 20,
  sha256: digest,
  identified,
  signatures: [{ indication: 'TOTAL-PASSED' }],
}
const written = (of: CaseRecord) => ({ json: recordJson(of), xml: recordXml(of) })
const good: FilingFacts = {
  record,
  written: written(record),
  announced: [announced],
  files: [file],
  scope: { missing: [], outside: [] },
  held: { archivalNumber: false, caseNumber: false },
  numberBefore: 2,
  packagePaths: { tags: packageTags, payload: [path] },
  scanner: 'ClamAV 1.4.6',
  acceptedFormats,
  recorded: true,
}

const saying = (changed: CaseElements): FilingFacts => {
  const other = { ...record, elements: { ...said, ...changed } }
  return { ...good, record: other, written: written(other) }
}
const without = (name: keyof CaseElements): FilingFacts => {
  const { [name]: _, ...elements } = said
  const other = { ...record, elements }
  return { ...good, record: other, written: written(other) }
}
const filing = (changed: Partial<InspectedFile>): FilingFacts => ({
  ...good,
  files: [{ ...file, ...changed }],
})
const looking = (changed: Partial<Identified>) => filing({ identified: { ...identified, ...changed } })

/** What fails each check that is made. */
const failing: Readonly<Partial<Record<CheckCode, FilingFacts>>> = {
  'GD-1-1': filing({ sha256: 'b'.repeat(64) }),
  'GD-1-2': saying({ title: '长'.repeat(301) }),
  'GD-1-3': saying({ closedOn: '2026-02-30' }),
  'GD-1-4': saying({ outcome: 'perhaps' }),
  'GD-1-5': saying({ acceptedOn: '2026-11-21' }),
  'GD-1-6': saying({ title: 'a\u202eb' }),
  'GD-1-7': saying({ archivalNumber: 'J012-XK·2026-D10-3' }),
  'GD-1-8': { ...good, held: { archivalNumber: true, caseNumber: false } },
  'GD-1-10': looking({ contradictsName: true }),
  'GD-1-11': { ...good, packagePaths: { tags: packageTags, payload: ['申报文件/other.pdf'] } },
  'GD-1-12': { ...good, packagePaths: { tags: packageTags.slice(1), payload: [path] } },
  'GD-1-13': { ...good, packagePaths: { tags: packageTags, payload: ['elsewhere/a.pdf'] } },
  'GD-1-14': filing({ sha256: 'c'.repeat(64) }),
  'GD-2-1': { ...good, announced: [announced, { ...announced, path: 'b.pdf' }] },
  'GD-2-2': filing({ size: 21 }),
  'GD-2-3': saying({ unheard: 'of' } as CaseElements),
  'GD-2-4': without('title'),
  'GD-2-5': { ...good, record: { ...record, steps: record.steps.toReversed() } },
  'GD-2-6': { ...good, numberBefore: 1 },
  'GD-2-7': filing({ size: 0 }),
  'GD-2-9': { ...good, scope: { missing: ['A02'], outside: [] } },
  'GD-2-10': { ...good, written: written({ ...record, elements: {} }) },
  'GD-2-11': { ...good, packagePaths: { tags: packageTags, payload: [path, '申报文件/b.pdf'] } },
  'GD-3-1': { ...good, written: { json: recordJson(record), xml: Buffer.from('<a><b></a>') } },
  'GD-3-2': saying({ title: 'a\u0000' }),
  'GD-3-3': looking({ format: 'other' }),
  'GD-3-8': looking({ encrypted: true }),
  'GD-4-2': filing({ virus: 'Test.EICAR' }),
  'GD-4-7': { ...good, recorded: false },
}
const made = (Object.keys(checkTable) as CheckCode[]).filter((code) => checkTable[code].made)
const outcomeOf = (code: CheckCode, facts: FilingFacts) =>
  checkProperties(facts).find((check) => check.code === code)

describe('the four-property check at filing', () => {
  it('lists every item of the table, each with object, purpose, basis and both languages', () => {
    const checks = checkProperties(good)
    expect(checks.map(({ code }) => code)).toEqual(Object.keys(checkTable))
    for (const { property, name, object, purpose, basis } of checks) {
      for (const { en, zh } of [property, name, object, purpose]) expect([en, zh]).not.toContain('')
      expect(basis).toContain('DA/T 70')
    }
  })

  it.each(made)('%s passes a right case', (code) => {
    expect(outcomeOf(code, good)).toMatchObject({ outcome: 'passed' })
  })

  it.each(made.filter((code) => code !== 'GD-4-1'))('%s fails a wrong one, and says what', (code) => {
    const facts = failing[code]
    expect(facts).toBeDefined()
    if (!facts) return
    const found = outcomeOf(code, facts)
    expect(found).toMatchObject({ outcome: 'failed' })
    expect(found?.remark?.zh).toMatch(/。$/)
    expect(found?.remark?.en).toMatch(/\.$/)
  })

  it('never calls passed what it does not check', () => {
    const unmade = checkProperties(good).filter(({ code }) => !checkTable[code].made)
    expect(unmade.length).toBeGreaterThan(5)
    for (const { outcome, remark } of unmade) {
      expect(checkOutcomes[outcome].zh).toBe('未检测')
      expect(remark).toBeDefined()
    }
  })

  it('leaves viruses unchecked where no scanner is configured', () => {
    const { scanner: _, ...unscanned } = good
    expect(outcomeOf('GD-4-1', unscanned)).toMatchObject({ outcome: 'not-checked' })
    expect(outcomeOf('GD-4-2', unscanned)).toMatchObject({ outcome: 'not-checked' })
  })

  it('fails an invalid signature, and leaves one without evidence unchecked', () => {
    const signed = (indication: string) => filing({ signatures: [{ indication }] })
    expect(outcomeOf('GD-1-1', signed('TOTAL-FAILED'))).toMatchObject({ outcome: 'failed' })
    expect(outcomeOf('GD-1-1', signed('INDETERMINATE'))).toMatchObject({ outcome: 'not-checked' })
  })

  it('names a few of many places and counts the rest', () => {
    const missing = Array.from({ length: 9 }, (_, i) => `A0${i}`)
    const { remark } = outcomeOf('GD-2-9', { ...good, scope: { missing, outside: [] } }) ?? {}
    expect(remark?.en).toContain('and 4 more')
    expect(remark?.zh).toContain('等 9 处')
  })
})

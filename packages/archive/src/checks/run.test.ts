import { describe, expect, it } from 'vitest'
import { writeArchivalNumber } from '../filing/archival-number.ts'
import { acceptedFormats, type Identified } from '../formats/formats.ts'
import type { CaseElements } from '../metadata/elements.ts'
import { type CaseRecord, recordJson, recordXml } from '../metadata/record.ts'
import { coveredTags } from '../package/bag.ts'
import type { FilingFacts, InspectedFile } from './facts.ts'
import { checkOutcomes } from './finding.ts'
import { readBack } from './read-back.ts'
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
const tagsOf = (of: CaseRecord) =>
  new Map(
    coveredTags({
      about: [['External-Description', String(of.elements.title)]],
      files: of.files.map((entry) => ({ ...entry, open: () => (async function* () {})() })),
      tags: {
        'metadata/record.json': recordJson(of),
        'metadata/record.xml': recordXml(of),
        'metadata/schedule.json': Buffer.from('{}'),
        'metadata/filing.json': Buffer.from('{}'),
      },
    }),
  )
const written = (of: CaseRecord) => readBack(tagsOf(of))
const good: FilingFacts = {
  record,
  written: written(record),
  announced: [announced],
  files: [file],
  scope: { missing: [], outside: [] },
  held: { archivalNumber: false, caseNumber: false },
  beside: { before: true, after: false },
  scanner: 'ClamAV 1.4.6',
  acceptedFormats,
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
/** One tag file of the package, written right, damaged in its bytes. */
const damaged = (tag: string, from: string, to: string): FilingFacts => {
  const tags = tagsOf(record)
  const text = Buffer.from(tags.get(tag) ?? []).toString()
  expect(text).toContain(from)
  return { ...good, written: readBack(tags.set(tag, Buffer.from(text.replace(from, to)))) }
}
const lost = (tag: string): FilingFacts => {
  const tags = tagsOf(record)
  expect(tags.delete(tag)).toBe(true)
  return { ...good, written: readBack(tags) }
}
const looking = (changed: Partial<Identified>) => filing({ identified: { ...identified, ...changed } })

/** What fails each check that is made, by what is wrong with what it looks at. */
const failing: Readonly<Partial<Record<CheckCode, Readonly<Record<string, () => FilingFacts>>>>> = {
  'GD-1-1': { 'another digest': () => filing({ sha256: 'b'.repeat(64) }) },
  'GD-1-2': { 'a long title': () => saying({ title: '长'.repeat(301) }) },
  'GD-1-3': { 'no such day': () => saying({ closedOn: '2026-02-30' }) },
  'GD-1-4': { 'no such outcome': () => saying({ outcome: 'perhaps' }) },
  'GD-1-5': { 'closed first': () => saying({ acceptedOn: '2026-11-21' }) },
  'GD-1-6': { 'a turned direction': () => saying({ title: 'a\u202eb' }) },
  'GD-1-7': { 'a short number': () => saying({ archivalNumber: 'J012-XK·2026-D10-3' }) },
  'GD-1-8': {
    'the number is held': () => ({ ...good, held: { archivalNumber: true, caseNumber: false } }),
    'the case is held': () => ({ ...good, held: { archivalNumber: false, caseNumber: true } }),
  },
  'GD-1-10': {
    'another ending': () => looking({ contradictsName: true }),
    'another size': () => filing({ size: 21 }),
    'another media type recorded': () => damaged('metadata/record.json', 'application/pdf', 'text/plain'),
  },
  'GD-1-11': {
    'another path in the manifest': () => damaged('manifest-sha256.txt', '001', '002'),
    'another digest in the SM3 manifest': () => damaged('manifest-sm3.txt', 'aaa', 'bbb'),
    'another path in the XML': () => damaged('metadata/record.xml', '001', '002'),
    'no record': () => lost('metadata/record.json'),
  },
  'GD-1-12': {
    'another declaration': () => damaged('bagit.txt', '1.0', '9.9'),
    'another sum of the payload': () => damaged('bag-info.txt', '20.1', '21.1'),
    'no manifest': () => lost('manifest-sm3.txt'),
    'a line that is none': () => damaged('manifest-sha256.txt', 'aaa', 'zzz'),
    'no note of the filing': () => lost('metadata/filing.json'),
  },
  'GD-1-13': {
    'a file elsewhere': () => damaged('manifest-sha256.txt', '申报文件', '其他'),
    'a tag file that nobody knows': () => ({
      ...good,
      written: readBack(tagsOf(record).set('metadata/more.json', Buffer.from('{}'))),
    }),
  },
  'GD-1-14': { 'another digest in the manifest': () => damaged('manifest-sha256.txt', 'aaa', 'bbb') },
  'GD-2-1': { 'one too few': () => ({ ...good, announced: [announced, { ...announced, path: 'b.pdf' }] }) },
  'GD-2-2': { 'a byte too many': () => filing({ size: 21 }) },
  'GD-2-3': {
    'an element of its own': () => saying({ unheard: 'of' } as CaseElements),
    'no record': () => lost('metadata/record.json'),
  },
  'GD-2-4': { 'no title': () => without('title') },
  'GD-2-5': {
    'steps backwards': () => ({ ...good, record: { ...record, steps: record.steps.toReversed() } }),
  },
  'GD-2-6': {
    'the number is held': () => ({ ...good, held: { archivalNumber: true, caseNumber: false } }),
    'the one after is held': () => ({ ...good, beside: { before: true, after: true } }),
  },
  'GD-2-7': { 'zero bytes': () => filing({ size: 0 }), broken: () => filing({ unread: 'broken' }) },
  'GD-2-9': {
    'one is missing': () => ({ ...good, scope: { missing: ['A02'], outside: [] } }),
    'one is outside': () => ({ ...good, scope: { missing: [], outside: ['b.pdf'] } }),
  },
  'GD-2-10': {
    'no title in the package': () => ({ ...without('title'), record }),
    'another title in the XML': () => damaged('metadata/record.xml', '山风茶馆食品', '山风茶馆药品'),
  },
  'GD-2-11': {
    'one more in the manifest': () =>
      damaged('manifest-sha256.txt', '\n', `\n${digest}  data/申报文件/002-b.pdf\n`),
    'none in the SM3 manifest': () => lost('manifest-sm3.txt'),
  },
  'GD-3-1': {
    'broken XML': () => damaged('metadata/record.xml', '</题名>', '</题目>'),
    'broken JSON': () => damaged('metadata/record.json', '{', '['),
  },
  'GD-3-2': { 'a NUL': () => saying({ title: 'a\u0000' }) },
  'GD-3-3': { 'another format': () => looking({ format: 'other' }) },
  'GD-3-8': { encrypted: () => looking({ encrypted: true }), 'a bomb': () => looking({ bomb: true }) },
  'GD-4-1': { 'a scanner without a version': () => ({ ...good, scanner: 'UNKNOWN COMMAND' }) },
  'GD-4-2': { infected: () => filing({ virus: 'Test.EICAR' }) },
}
const ways = Object.entries(failing).flatMap(([code, wrong]) =>
  Object.entries(wrong).map(([what, facts]) => [code as CheckCode, what, facts] as const),
)
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

  it('can fail each check that it makes', () => {
    expect(Object.keys(failing)).toEqual(made)
  })

  it.each(ways)('%s fails on this, and says what: %s', (code, _, facts) => {
    const found = outcomeOf(code, facts())
    expect(found).toMatchObject({ outcome: 'failed' })
    expect(found?.remark?.zh).toMatch(/。$/)
    expect(found?.remark?.en).toMatch(/\.$/)
  })

  it('leaves unchecked whether a file is whole that no reader took in', () => {
    for (const unread of ['limits', 'unusual'] as const) {
      expect(outcomeOf('GD-2-7', filing({ unread }))).toMatchObject({ outcome: 'not-checked' })
      expect(outcomeOf('GD-3-8', filing({ unread }))).toMatchObject({ outcome: 'passed' })
    }
    expect(outcomeOf('GD-3-8', filing({ unread: 'broken' }))).toMatchObject({ outcome: 'not-checked' })
  })

  it('says how much of a file it looked at, and which PDF calls itself PDF/A', () => {
    const whole = outcomeOf('GD-2-7', looking({ format: 'png' }))
    expect(whole).toMatchObject({ outcome: 'passed', remark: { zh: expect.stringContaining('a.pdf') } })
    expect(outcomeOf('GD-2-7', good)?.remark).toBeUndefined()
    expect(outcomeOf('GD-3-3', good)?.remark?.en).toContain('a.pdf (PDF)')
    expect(outcomeOf('GD-3-3', filing({ pdfa: 'PDF/A-2b' }))?.remark?.en).toContain('a.pdf (PDF/A-2b)')
  })

  it('leaves the run of numbers unchecked while the register lacks the one before', () => {
    const alone = { ...good, beside: { before: false, after: false } }
    expect(outcomeOf('GD-2-6', alone)).toMatchObject({ outcome: 'not-checked' })
    const first = { ...saying({ number: 1 }), beside: { before: false, after: false } }
    expect(outcomeOf('GD-2-6', first)).toMatchObject({ outcome: 'passed' })
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

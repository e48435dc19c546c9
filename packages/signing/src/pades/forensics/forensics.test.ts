import { bytesOf, composePdf, latin1, type SampleObject, updatePdf } from '@licencevault/kit/pdf'
import { describe, expect, it, test } from 'vitest'
import {
  all,
  attacks,
  type Edits,
  forged,
  permitted,
  put,
  xobject,
} from '../../../testing/forensics-vectors.ts'
import {
  anySignature,
  attachmentText,
  bases,
  edit,
  judged,
  overwrite,
  page,
  plain,
  seal,
  sealIds,
  sealWith,
} from '../../../testing/forensics-world.ts'
import { readPdf } from '../../pdf/reader.ts'
import { pdfReportJson } from '../report-json.ts'

describe.each(all)('under a seal that is %s', (base) => {
  test.each(attacks)('%s: altered', async (_name, edits, subject, number) => {
    const fitted =
      base === 'uncertified' || subject !== 'permissions' ? edits : { 1: put(/\/Perms <<.*?>>/, '') }
    const { check, changes, troubles } = await judged(edit(bases[base], fitted))
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
    const change = changes.find(({ kind }) => kind === 'content')
    expect(change).toMatchObject({ subject, permission: 'refused', revision: 3 })
    expect(change?.page).toBe(number)
    expect(change?.before).not.toBe(change?.after)
    const whole = [change?.sentence, check?.sentence, check?.remedy]
    for (const words of whole) expect(`${words?.en} ${words?.zh}`).not.toMatch(/undefined|\{\w+\}/)
    expect(check?.sentence.en).toContain(change?.sentence.en)
    expect(check?.sentence.zh).toContain(change?.sentence.zh)
    expect(JSON.parse(JSON.stringify(changes))).toEqual(changes)
  })
})

test('the report as JSON tells every change, in both languages', async () => {
  const { report, changes } = await judged(edit(bases.P2, { 4: forged, 21: put('(Alice)', '(Bob)') }))
  const plain = JSON.parse(JSON.stringify(pdfReportJson(report)))
  expect(plain).toMatchObject({
    format: 'licencevault.pdf-report/1',
    indication: 'TOTAL-FAILED',
    subIndicationUri: 'urn:etsi:019102:subindication:FORMAT_FAILURE',
    revisions: 3,
    signatures: [
      { field: 'Signature1', revision: 2, permission: 2, signer: { certificate: { subject: 'CN=印章' } } },
    ],
    attachments: [{ name: 'a.json', bytes: 14 }],
  })
  expect(plain.signatures[0].changes).toEqual(changes)
  expect(changes.map(({ kind, permission }) => [kind, permission])).toEqual([
    ['form', 'permitted'],
    ['content', 'refused'],
  ])
})

test('before and after are shown, from where they begin to differ', async () => {
  const { changes } = await judged(edit(bases.P2, { 4: forged }))
  expect(changes[0]).toMatchObject({
    object: 4,
    path: '/Page/Contents',
    before: expect.stringContaining('Td (Amount 100) Tj'),
    after: expect.stringContaining('Td (Amount 999) Tj'),
    sentence: { en: 'What a page shows was changed (page 1)', zh: '页面内容被更改（第 1 页）' },
  })
})

describe.each(permitted)('%s', (_name, edits, subjects, where) => {
  test.each(all)('after a seal that is %s', async (base) => {
    const { check, changes } = await judged(edit(bases[base], edits))
    expect(changes.map(({ subject }) => subject)).toEqual(subjects)
    expect([check?.outcome, check?.reason]).toEqual(
      where.includes(base) ? ['passed', undefined] : ['failed', 'changed-after-seal'],
    )
    if (where.includes(base) && subjects.length > 0) {
      expect(check?.sentence.en).toContain(changes[0]?.sentence.en)
      expect(check?.sentence.zh).toContain(changes[0]?.sentence.zh)
    }
  })
})

describe('several seals', () => {
  it('a second one in a new field and in the field kept for it', async () => {
    for (const base of ['uncertified', 'P2', 'P3'] as const)
      for (const fieldName of ['Third', 'Second']) {
        const { report, changes } = await judged(await seal(bases[base], { fieldName }))
        expect([base, fieldName, report.indication]).toEqual([base, fieldName, 'TOTAL-PASSED'])
        expect(changes.map(({ subject, field }) => [subject, field])).toEqual([['seal', fieldName]])
      }
  })

  it('a change between the two is held against the first alone', async () => {
    const { report } = await judged(await seal(edit(bases.uncertified, { 4: forged })))
    const said = report.signatures.map(
      ({ checks }) => checks.find(({ name }) => name === 'nothing-after-seal')?.outcome,
    )
    expect(said).toEqual(['failed', 'passed'])
  })

  it('the first taken out of the form by whoever adds the second', async () => {
    const second = await seal(edit(bases.uncertified, { 20: put(` ${sealIds.field} 0 R`, '') }))
    const { report } = await judged(second)
    // Nothing of it is left to be judged: the second seal is over another document.
    expect(report.signatures).toHaveLength(1)
    expect(report.signatures[0]?.field).toBe('Signature1')
  })

  it('the form taken away leaves no seal to be judged', async () => {
    const { report, troubles } = await judged(edit(bases.P2, { 1: put('/AcroForm 20 0 R', '') }))
    expect(troubles).toContain('signature-present: signature-none')
    expect(report.indication).toBe('TOTAL-FAILED')
  })

  it('a change made and taken back', async () => {
    const there = edit(bases.P2, { 4: forged })
    const back = edit(there, { 4: page[4] })
    const { changes, troubles } = await judged(back)
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
    expect(changes.map(({ revision, subject }) => [revision, subject])).toEqual([
      [3, 'content'],
      [4, 'content'],
    ])
  })
})

describe('fields that a seal locks (FieldMDP)', () => {
  const lock = (parameters: string) =>
    sealWith(
      `<</Type /SigRef /TransformMethod /FieldMDP /TransformParams <</Type /TransformParams /V /1.2 ${parameters}>>>>`,
    )
  const fill = { 21: put('(Alice)', '(Bob)') }
  test.each([
    ['/Action /All', 'refused'],
    ['/Action /Include /Fields [(name)]', 'refused'],
    ['/Action /Include /Fields [(agree)]', 'permitted'],
    ['/Action /Exclude /Fields [(name)]', 'permitted'],
    ['/Action /Exclude /Fields [(agree)]', 'refused'],
    ['/Action /Whatever', 'refused'],
    ['', 'refused'],
  ])('%s: filling in the field is %s', async (parameters, permission) => {
    const { changes, check } = await judged(edit(await lock(parameters), fill))
    expect(changes.map((change) => [change.field, change.permission])).toEqual([['name', permission]])
    expect(check?.outcome).toBe(permission === 'permitted' ? 'passed' : 'failed')
  })
})

describe('certification attacks', () => {
  const over = (subtype: string, more = '') => ({
    3: put('24 0 R', '24 0 R 60 0 R'),
    60: `<</Type /Annot /Subtype /${subtype} /Rect [0 0 200 200] ${more}>>`,
    61: xobject('BT (Amount 999) Tj ET'),
  })

  test.each([
    ['FreeText', over('FreeText', '/Contents (Amount 999)')],
    ['Stamp', over('Stamp', '/AP <</N 61 0 R>>')],
    ['Redact', over('Redact')],
    ['Square', over('Square')],
    ['a mark with text in its appearance', over('Highlight', '/AP <</N 61 0 R>>')],
    [
      'a mark that shows another drawing',
      { ...over('Underline', '/AP <</N 61 0 R>>'), 61: xobject('/X Do') },
    ],
    ['a note that does something', over('Text', '/A <</S /URI>>')],
    ['a note removed', { 3: put(' 24 0 R', '') }],
    ['a note become a stamp', { 24: put('/Text', '/Stamp') }],
  ] satisfies [string, Edits][])(
    'evil annotation under P 3, %s: left open, never passed',
    async (_name, edits) => {
      const { report, troubles } = await judged(edit(bases.P3, edits))
      expect(report.indication).toBe('INDETERMINATE')
      expect(troubles).toEqual(['nothing-after-seal: annotated-after-seal'])
    },
  )

  it('sneaky signature: one that shows something where nothing was planned', async () => {
    for (const base of ['P2', 'P3'] as const) {
      const visible = { page: 1, rect: [0, 0, 200, 200], appearance: { text: ['Amount 999'] } } as const
      const { changes, troubles } = await judged(await seal(bases[base], { visible }))
      expect(troubles).toEqual(['nothing-after-seal: changed-after-seal'])
      expect(changes.map(({ subject, page: on }) => [subject, on])).toEqual([['seal-shown', 1]])
    }
  })

  it('a time-stamp that shows something is no evidence', async () => {
    const { changes } = await judged(
      edit(bases.P1, {
        3: put('24 0 R', '24 0 R 60 0 R'),
        20: put('23 0 R', '23 0 R 60 0 R'),
        60: '<</Type /Annot /Subtype /Widget /FT /Sig /T (x) /V 61 0 R /Rect [0 0 99 99] /AP <</N 9 0 R>>>>',
        61: anySignature('DocTimeStamp', 'ETSI.RFC3161'),
      }),
    )
    expect(changes.map(({ subject, permission }) => [subject, permission])).toEqual([
      ['seal-shown', 'refused'],
    ])
  })

  it('the certification taken away', async () => {
    const { troubles } = await judged(edit(bases.P2, { 1: put(/\/Perms <<.*?>>/, '') }))
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
    expect(troubles).toContain('certification: certification-inconsistent')
  })
})

describe('objects in two roles, prepared before the seal', () => {
  const prepared = async (objects: Record<number, SampleObject>) =>
    seal(composePdf({ ...page, ...objects }), { certify: 3 })
  const refused = async (pdf: Uint8Array) => {
    const { changes, troubles } = await judged(pdf)
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
    return changes.map(({ subject }) => subject)
  }

  it('resources that are an annotation as well', async () => {
    const both = '<</Type /Annot /Subtype /Text /Rect [0 0 1 1] /Font <</F1 5 0 R>>>>'
    const base = await prepared({
      3: page[3]
        .replace(/\/Resources <<.*>>>>/, '/Resources 50 0 R')
        .replace('24 0 R', '24 0 R 50 0 R')
        .replace(/>?$/, '>'),
      50: both,
    })
    expect(await refused(edit(base, { 50: put('5 0 R', '25 0 R') }))).toContain('font')
  })

  it('an appearance of a field that a page draws as well', async () => {
    const base = await prepared({ 3: page[3].replace('/X1 9 0 R', '/X1 26 0 R') })
    expect(await refused(edit(base, { 21: put('(Alice)', '(Bob)'), 26: xobject('(Bob) Tj') }))).toContain(
      'graphic',
    )
  })

  it('a parent that is not in the page tree, to inherit from', async () => {
    const base = await prepared({
      30: '<</Type /Page /Parent 50 0 R /MediaBox [0 0 200 200] /Contents 31 0 R>>',
      50: '<</Type /Pages /Kids [30 0 R] /Count 1 /Resources <</Font <</F1 5 0 R>>>>>>',
    })
    expect(await refused(edit(base, { 50: put('5 0 R', '25 0 R') }))).toContain('font')
  })

  it('a content whose length is an object of its own', async () => {
    const long = 'BT (Amount 100) Tj ET\nendstream\nendobj\n(not shown)'
    const base = await prepared({ 50: '49' })
    const text = latin1(composePdf({ ...page, 50: String(long.length) }))
    expect(text).not.toBe(base)
    const indirect = text.replace(/4 0 obj\n<< \/Length \d+>>\nstream\n[^\n]*\nendstream/, (old) => {
      const body = `4 0 obj\n<< /Length 50 0 R>>\nstream\n${long}\nendstream`
      return body.length >= old.length ? body : old
    })
    expect(indirect).toContain('/Length 50 0 R')
    const sealed = await seal(rebuilt(indirect), { certify: 3 })
    const { troubles } = await judged(edit(sealed, { 50: String(long.indexOf('\nendstream')) }))
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
  })

  it('an object stream exchanged, so that no entry of what is in it changes', async () => {
    const base = await seal(composePdf(page, { xref: 'packed' }), { certify: 2 })
    const read = readPdf(base)
    const entry = read.entry(5)
    if (entry?.kind !== 'packed') throw new Error('not packed')
    const packed = read.object(entry.stream)
    if (packed === null || typeof packed !== 'object' || packed.kind !== 'stream')
      throw new Error('no stream')
    const data = latin1(read.decode(packed)).replace('/BaseFont /Helvetica /Enc', '/BaseFont /ZapfDingb /Enc')
    const count = /\/N \d+ \/First \d+/.exec(latin1(base))?.[0]
    const { changes, troubles } = await judged(
      edit(base, { [entry.stream]: { entries: `/Type /ObjStm ${count}`, data } }),
    )
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
    expect(changes.map(({ subject }) => subject)).toContain('font')
  })
})

/** The cross-reference table of a file made by hand, written anew. */
function rebuilt(text: string): Uint8Array {
  const body = text.slice(0, text.lastIndexOf('xref\n', text.lastIndexOf('startxref') - 1))
  const rows = [...body.matchAll(/^(\d+) 0 obj$/gm)].map((match) => [Number(match[1]), match.index] as const)
  const lines = rows.map(([id, at]) => `${id} 1\n${String(at).padStart(10, '0')} 00000 n\r\n`).join('')
  const size = Math.max(...rows.map(([id]) => id)) + 1
  return bytesOf(
    `${body}xref\n0 1\n0000000000 65535 f\r\n${lines}trailer\n<</Size ${size} /Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

describe('where programs would read different files', () => {
  const after = (text: string) => bytesOf(latin1(bases.P2) + text)
  const start = bases.P2.length
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(bases.P2))?.[1]
  const object = `4 0 obj\n<</Length 5>>\nstream\nBT ET\nendstream\nendobj\n`
  const ending = (rows: string, more = '') =>
    `xref\n${rows}trailer\n<</Size 99 /Root 1 0 R /Prev ${previous}${more}>>\nstartxref\n${start + object.length}\n%%EOF\n`
  const row = (at: number, flag = 'n') => `4 1\n${String(at).padStart(10, '0')} 00000 ${flag}\r\n`

  test.each([
    ['objects without a cross-reference', after(object), 'nothing-after-seal: bytes-after-seal'],
    [
      'a cross-reference that is not named',
      after(`${object}trailer\n<</Root 1 0 R>>\n`),
      'nothing-after-seal: bytes-after-seal',
    ],
    [
      'a body that no cross-reference names',
      after(object + ending('')),
      'nothing-after-seal: changed-after-seal',
    ],
    [
      'an object freed',
      after(' '.repeat(object.length) + ending(row(0, 'f'))),
      'nothing-after-seal: changed-after-seal',
    ],
    [
      'an object named twice in one table',
      after(object + ending(row(start) + row(start))),
      'pdf-structure: pdf-duplicate-object',
    ],
    [
      'hybrid cross-references',
      after(object + ending(row(start), ' /XRefStm 9')),
      'pdf-structure: pdf-hybrid',
    ],
    [
      'an offset that misses its object',
      after(object + ending(row(start + 1))),
      'pdf-structure: pdf-object-misplaced',
    ],
    ['an offset past the end', after(object + ending(row(start * 9))), 'pdf-structure: pdf-object-misplaced'],
    [
      'another /Root',
      edit(bases.P2, { 60: page[1] }, { trailer: '/Root 60 0 R' }),
      'nothing-after-seal: changed-after-seal',
    ],
    [
      'a broken startxref',
      overwrite(bases.P2, /startxref\n\d{2}/, 'startxref\n99'),
      'pdf-structure: pdf-xref-broken',
    ],
  ])('%s', async (_name, pdf, expected) => {
    const { report, troubles } = await judged(pdf)
    expect(troubles).toContain(expected)
    expect(report.indication).not.toBe('TOTAL-PASSED')
  })

  it('an object stream that holds what no cross-reference leads to', async () => {
    const hidden = { entries: '/Type /ObjStm /N 1 /First 4', data: '3 0 <<>>' }
    const { changes, troubles } = await judged(edit(bases.P2, { 60: hidden }))
    expect(troubles).toContain('nothing-after-seal: changed-after-seal')
    expect(changes).toMatchObject([{ subject: 'unlisted', object: 60 }])
    const listed = await judged(edit(bases.P2, { 60: '(unused)', 61: '[60 0 R]' }, { xref: 'packed' }))
    expect(listed.changes).toEqual([])
  })

  it('what is not listed is said to lie where it lies', async () => {
    const { changes } = await judged(after(object + ending('')))
    expect(changes).toMatchObject([{ subject: 'unlisted', path: `byte ${start}` }])
  })
})

describe('signature wrapping', () => {
  /** Moves what was signed last further back, and puts in between what is shown. */
  function wrapped(kind: 'range' | 'contents'): Uint8Array {
    const text = latin1(bases.P2)
    const numbers = /\/ByteRange \[0+ (\d+) (\d+) (\d+)\]/.exec(text)?.slice(1).map(Number) ?? []
    const [before = 0, tail = 0, length = 0] = numbers
    const evil = `>>\nendobj\n4 0 obj\n<</Length 5>>\nstream\nBT ET\nendstream\nendobj\n60 0 obj\n<</X <`
    const gap = kind === 'range' ? `${text.slice(before, tail)}${evil}` : text.slice(before, tail - 1) + evil
    const moved = text.slice(0, before) + gap + text.slice(tail, tail + length)
    const digits = (n: number) => String(n).padStart(10, '0')
    return bytesOf(
      moved.replace(
        /(\/ByteRange \[)0+ \d+ \d+ \d+/,
        `$10000000000 ${digits(before)} ${digits(before + gap.length)} ${digits(length)}`,
      ),
    )
  }
  test.each(['range', 'contents'] as const)('by its %s', async (kind) => {
    const { report } = await judged(wrapped(kind))
    expect(report.indication).toBe('TOTAL-FAILED')
  })
})

describe('universal signature forgery', () => {
  const contents = /\/Contents <[0-9a-f]+>/
  const range = /\/ByteRange \[[\d ]+\]/
  const filled = (found: string, text: string) => text.padEnd(found.length)
  const forms: ReadonlyArray<[string, RegExp, string]> = [
    ['/Contents gone', /\/Contents </, '/Kontents <'],
    ['/Contents null', contents, '/Contents null'],
    ['/Contents empty', contents, '/Contents <>'],
    ['/Contents one zero', contents, '/Contents <00>'],
    ['/Contents a number', contents, '/Contents 0'],
    ['/Contents a name', contents, '/Contents /x'],
    ['/Contents all zeros', contents, `/Contents <${'0'.repeat(16_384)}>`],
    ['/ByteRange gone', /\/ByteRange/, '/BiteRange'],
    ['/ByteRange null', range, '/ByteRange null'],
    ['/ByteRange empty', range, '/ByteRange []'],
    ['/ByteRange zeros', range, '/ByteRange [0 0 0 0]'],
    ['/ByteRange negative', range, '/ByteRange [0 -1 -1 -1]'],
    ['/ByteRange nothing at all', range, '/ByteRange [0 0 0 9]'],
    ['/ByteRange names', range, '/ByteRange [/a /b /c /d]'],
    ['/SubFilter another', /\/ETSI\.CAdES\.detached/, '/adbe.x509.rsa_sha10'],
    ['/V gone', new RegExp(`/V ${sealIds.signature} 0 R`), `/W ${sealIds.signature} 0 R`],
  ]
  test.each(forms)('%s', async (_name, from, to) => {
    const found = from.exec(latin1(bases.uncertified))?.[0] ?? ''
    const { report } = await judged(overwrite(bases.uncertified, from, filled(found, to)))
    expect(report.indication).not.toBe('TOTAL-PASSED')
    expect(report.checks.some(({ outcome, reason }) => outcome === 'failed' && reason)).toBe(true)
  })
  test.each(forms.slice(0, -1))('%s, in a later saving', async (_name, from, to) => {
    const forgery = edit(bases.uncertified, {
      [sealIds.signature]: (text) => text.replace(from, to.trimEnd()),
    })
    expect((await judged(forgery)).report.indication).not.toBe('TOTAL-PASSED')
  })
})

describe('limits', () => {
  it('a saving that changes more than is listed says so, and still says what is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [100 + i, `<</FT /Tx /T (f${i}) /V (a)>>`]),
    )
    const kids = Object.keys(many).map((id) => `${id} 0 R`)
    const base = await seal(
      composePdf({ ...page, ...many, 20: page[20].replace('23 0 R', `23 0 R ${kids.join(' ')}`) }),
    )
    const filling = Object.fromEntries(Object.keys(many).map((id) => [id, put('(a)', '(b)')]))
    const { changes } = await judged(edit(base, { ...filling, 4: forged }))
    expect(changes.length).toBeLessThanOrEqual(51)
    expect(
      changes.filter(({ permission }) => permission === 'refused').map(({ subject }) => subject),
    ).toEqual(['content'])
  })

  it('too much to compare is undetermined, never passed', async () => {
    const long = `[${'0 '.repeat(400_000)}]`
    const base = await seal(
      composePdf({ ...page, 1: page[1].replace('/Pages', '/Big 50 0 R /Pages'), 50: long }),
    )
    let pdf = base
    for (let i = 0; i < 6; i++) pdf = updatePdf(pdf, {})
    const { check } = await judged(pdf)
    expect([check?.outcome, check?.reason]).toEqual(['undetermined', 'changes-not-judged'])
  })

  it('a chain of thirty thousand references ends', async () => {
    const chain = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [100 + i, `[${101 + i} 0 R]`]))
    const base = await seal(
      composePdf({ ...page, ...chain, 1: page[1].replace('/Pages', '/Chain 100 0 R /Pages'), 30100: '0' }),
    )
    const { changes } = await judged(edit(base, { 30100: '1' }))
    expect(changes).toMatchObject([{ subject: 'document', object: 30_100, before: '0', after: '1' }])
  })
})

it('the attachments that are answered are those that were sealed', async () => {
  const exchanged = edit(bases.P2, { 7: { entries: '/Type /EmbeddedFile', data: '{"amount":999}' } })
  expect(attachmentText(exchanged)).toEqual(['{"amount":999}'])
  const { report } = await judged(exchanged)
  expect(report.attachments.map(({ bytes }) => latin1(bytes))).toEqual(['{"amount":100}'])
  expect(attachmentText(plain)).toEqual(['{"amount":100}'])
})

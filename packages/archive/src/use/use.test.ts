import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approver, archivist, openOffice, reader } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import { consents, forms, purposes, type Sharing, sharingScopes } from '../schedules/schedule.ts'
import { refusalOf, type UseRequest } from './decide-use.ts'

const open: Sharing = {
  scope: 'public',
  purposes: ['approval'],
  forms: ['copy'],
  consent: 'none',
  until: null,
}
const asked: UseRequest = { purpose: 'approval', form: 'copy' }
const today = '2026-11-25'

describe('conditions of sharing', () => {
  it.each<[string, Partial<Sharing>, Partial<UseRequest>, string | undefined]>([
    ['public, as asked', {}, {}, undefined],
    ['no purpose', {}, { purpose: '' }, 'use-purpose-missing'],
    ['a purpose that there is not', {}, { purpose: 'constructor' }, 'use-purpose-missing'],
    ['another purpose', {}, { purpose: 'research' }, 'use-purpose-outside'],
    ['another form', {}, { form: 'certified-copy' }, 'use-form-outside'],
    ['not shared', { scope: 'none' }, {}, 'use-not-shared'],
    ['the last day', { until: '2026-11-25' }, {}, undefined],
    ['the day after the last', { until: '2026-11-24' }, {}, 'use-ended'],
    ['internal, to a person', { scope: 'internal' }, {}, 'use-reader-outside'],
    ['internal, to any authority', { scope: 'internal' }, { authority: 'A' }, undefined],
    ['internal, to a named one', { scope: 'internal', readers: ['A'] }, { authority: 'A' }, undefined],
    [
      'internal, to another one',
      { scope: 'internal', readers: ['A'] },
      { authority: 'B' },
      'use-reader-outside',
    ],
    ['on application, without one', { scope: 'on-application' }, {}, 'use-application-missing'],
    ['on application, with one', { scope: 'on-application' }, { application: '申〔2026〕7号' }, undefined],
    [
      'consent of the holder, missing',
      { consent: 'holder' },
      { consents: { office: 'x' } },
      'use-consent-missing',
    ],
    ['consent of the holder', { consent: 'holder' }, { consents: { holder: 'x' } }, undefined],
    ['consent of the office, missing', { consent: 'office' }, {}, 'use-consent-missing'],
    ['both consents, one missing', { consent: 'both' }, { consents: { office: 'x' } }, 'use-consent-missing'],
    ['both consents', { consent: 'both' }, { consents: { office: 'x', holder: 'y' } }, undefined],
  ])('%s', (_, sharing, request, refusal) => {
    expect(refusalOf({ ...open, ...sharing }, { ...asked, ...request }, today)).toBe(refusal)
  })

  it('what is granted, is within every single condition', () => {
    const one = <T extends object>(table: T) => fc.constantFrom(...(Object.keys(table) as (keyof T)[]))
    const sharing = fc.record({
      scope: one(sharingScopes),
      purposes: fc.subarray(Object.keys(purposes) as (keyof typeof purposes)[]),
      forms: fc.subarray(Object.keys(forms) as (keyof typeof forms)[]),
      consent: one(consents),
      until: fc.constantFrom(null, '2026-11-24', '2026-11-25'),
    })
    const request = fc.record({
      purpose: one(purposes),
      form: one(forms),
      authority: fc.constantFrom('', 'A'),
    })
    fc.assert(
      fc.property(sharing, request, (conditions, wanted) => {
        const { authority, ...rest } = wanted
        const refusal = refusalOf(conditions, { ...rest, ...(authority && { authority }) }, today)
        if (refusal !== undefined) return
        expect(conditions.scope === 'public' || (conditions.scope === 'internal' && authority === 'A')).toBe(
          true,
        )
        expect(conditions.purposes).toContain(wanted.purpose)
        expect(conditions.forms).toContain(wanted.form)
        expect(conditions.consent).toBe('none')
        expect(conditions.until ?? today).toBe(today)
      }),
      { numRuns: 2000 },
    )
  })
})

it('a copy is the file as it was filed; an extract and a list entry only tell of it', async () => {
  const office = await openOffice('2020-06-01')
  try {
    const { archive } = office
    await archive.items.define(archivist, 'item', [foodItem])
    const schedule = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
    const { number } = await archive.schedules.propose(archivist, 'propose', schedule)
    await archive.schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
    const files = ['A01', 'P01', 'R01'].map((material) => ({
      material,
      bytes: Buffer.from(`${material} 食品\n`),
    }))
    const filer = { application: 'approvals', role: 'filer', authority: foodItem.authority.code } as const
    const order = {
      format: 'licencevault.case/1',
      fonds: { code: 'J012', name: '云汀市市场监督管理局' },
      item: foodItem.code,
      itemVersion: 1,
      office: foodItem.authority,
      caseNumber: 'SP1',
      title: '食品经营许可',
      applicants: ['山风茶馆'],
      outcome: 'granted',
      situations: [],
      acceptedOn: '2020-05-11',
      closedOn: '2020-05-20',
      steps: [{ action: '决定', actor: '审批处', at: '2020-05-20T02:00:00Z' }],
      licences: [],
      events: {},
      files: files.map(({ material, bytes }) => ({
        material,
        path: `${material}.txt`,
        title: material,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    }
    const sent = async function* () {
      for (const { material, bytes } of files) yield { path: `${material}.txt`, content: [bytes] }
    }
    const { caseId } = await archive.filing.file(filer, 'f', order, sent() as never)
    const use = (form: 'copy' | 'extract') =>
      archive.uses.use(reader, { caseId, file: 1, purpose: 'approval', form })
    const copy = await use('copy')
    if (!copy.granted || !copy.content) throw new Error('it was not granted')
    expect(Buffer.concat(await Array.fromAsync(await copy.content()))).toEqual(files[0]?.bytes)
    const extract = await use('extract')
    expect(extract).toMatchObject({ granted: true, file: { title: 'A01', format: 'text/plain' } })
    expect(extract).not.toHaveProperty('content')
  } finally {
    await office.close()
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

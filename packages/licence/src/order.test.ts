import { VaultError } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { changed, foodLicence, foodOrder } from '../testing/sample.ts'
import { fit, type LicenceType, problemsOf } from './index.ts'

const found = (pointer: string, value: unknown, type: LicenceType = foodLicence) =>
  problemsOf(type, changed(foodOrder, pointer, value)).map(({ path, code }) => `${path} ${code}`)

describe('an order', () => {
  it('that fits has no problems and goes through as it is', () => {
    expect(problemsOf(foodLicence, foodOrder)).toEqual([])
    expect(fit(foodLicence, foodOrder)).toBe(foodOrder)
  })

  const person = { name: '张三', code: '11010519491231002X', codeType: '111' }
  const firm = foodOrder.holders[0]
  it.each([
    ['/type/version', 2, ['/type type-other']],
    ['/type/code', '11339900MB9X00023D005', ['/type type-other']],
    ['/authority/code', '11339900MB9X00015J', ['/authority/code authority-not-entitled']],
    ['/authority/name', '', ['/authority/name authority-name-wrong']],
    ['/authority/name', '局\u200b', ['/authority/name text-character']],
    ['/holders', [], ['/holders holders-none']],
    ['/holders', [firm, person], ['/holders holders-too-many']],
    ['/holders', [person], ['/holders/0/codeType holder-kind-not-allowed']],
    ['/holders/0/code', '91339900MA9X00011W', ['/holders/0/code uscc-check-wrong']],
    ['/holders/0/codeType', '000', ['/holders/0/codeType holder-code-type-unknown']],
    ['/fields/place', 1, ['/fields/place field-wrong-kind']],
    ['/validity/until', '2031-11-23', ['/validity/until validity-not-a-term']],
    ['/validity/until', null, ['/validity/until validity-indefinite-not-allowed']],
    ['/validity/from', '2026-11-31', ['/validity/from date-wrong']],
  ])('with %s = %j: %j', (pointer, value, expected) => {
    expect(found(pointer, value)).toEqual(expected)
  })

  it('may not name the same holder twice', () => {
    const type = { ...foodLicence, maxHolders: 3 }
    expect(found('/holders', [firm, firm], type)).toEqual(['/holders/1 holder-twice'])
    expect(found('/holders', [firm, { ...firm, code: '91339902MA9X0002XG' }], type)).toEqual([])
  })

  it('reports everything at once, each with words in both languages', () => {
    const wrong = {
      ...foodOrder,
      holders: [person],
      fields: {},
      validity: { from: '2026-11-23', until: null },
    }
    const problems = problemsOf(foodLicence, wrong as typeof foodOrder)
    expect(problems.map(({ code }) => code)).toEqual([
      'holder-kind-not-allowed',
      'field-missing',
      'field-missing',
      'field-missing',
      'validity-indefinite-not-allowed',
    ])
    expect(() => fit(foodLicence, wrong as typeof foodOrder)).toThrow(
      /^order-does-not-fit: .* \(5 wrong\): \/holders\/0\/codeType holder-kind-not-allowed; /,
    )
  })

  it('throws the first findings and says how many more there are, each place in short', () => {
    const names = ['k'.repeat(100_000), ...Array.from({ length: 199 }, (_, n) => `unknown${n}`)]
    const fields = Object.fromEntries(names.map((name) => [name, 'x']))
    const wrong = { ...foodOrder, fields: { ...foodOrder.fields, ...fields } }
    expect(problemsOf(foodLicence, wrong)).toHaveLength(100)
    let said = { en: '', zh: '' }
    try {
      fit(foodLicence, wrong)
    } catch (thrown) {
      if (thrown instanceof VaultError) said = thrown.sentence
    }
    expect(said.en).toMatch(/\(100 wrong\): \/fields\/k{1,200} field-unknown; .*; and 80 more$/)
    expect(said.zh).toMatch(/共 100 处问题：.*；另有 80 处$/)
    expect(said.en.length).toBeLessThan(1_500)
  })

  it('never repeats a personal code in what it throws', () => {
    const type = { ...foodLicence, holderKinds: ['person'] as const }
    const wrong = changed(foodOrder, '/holders/0', { ...person, code: '110105194912310021' })
    expect(() => fit(type, wrong)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('19491231') }),
    )
    expect(JSON.stringify(problemsOf(type, wrong))).not.toContain('19491231')
  })

  it('is held against the days on which its type is in force', () => {
    const type = { ...foodLicence, inForce: { from: '2026-01-01', until: '2026-12-31' } }
    const codes = (on?: string) => problemsOf(type, foodOrder, on).map(({ code }) => code)
    expect(codes()).toEqual([])
    expect(codes('2026-12-31')).toEqual([])
    expect(codes('2027-01-01')).toEqual(['type-not-in-force'])
    expect(codes('2025-12-31')).toEqual(['type-not-in-force'])
  })

  it.each([
    ['order-member-unknown', '/serial', 1],
    ['order-member-unknown', '/holders/0/sex', 'male'],
    ['order-member-wrong', '/type', '11339900MB9X00023D004'],
    ['order-member-wrong', '/type/version', '1'],
    ['order-member-wrong', '/authority', null],
    ['order-member-wrong', '/authority/name', 7],
    ['order-member-wrong', '/holders', {}],
    ['order-member-wrong', '/holders/0', '张三'],
    ['order-member-wrong', '/holders/0/code', 1],
    ['order-member-wrong', '/validity', []],
    ['order-member-wrong', '/validity/until', undefined],
  ])('throws %s for %s = %j', (code, pointer, value) => {
    expect(() => problemsOf(foodLicence, changed(foodOrder, pointer, value))).toThrow(
      new RegExp(`^${code}: `),
    )
  })

  it.each([null, undefined, 'order', [], {}])('throws a typed error for %j', (value) => {
    expect(() => problemsOf(foodLicence, value as unknown as typeof foodOrder)).toThrow(/^order-member-wrong/)
  })
})

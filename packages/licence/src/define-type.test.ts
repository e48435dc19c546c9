import { describe, expect, it } from 'vitest'
import { changed, foodLicence } from '../testing/sample.ts'
import { defineType, type LicenceType } from './index.ts'

/** `count` string fields. */
const manyFields = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `f${index}`,
      { type: 'string', title: '项', titleEn: 'Item' },
    ]),
  )
const nested = (depth: number): unknown =>
  depth === 0
    ? { type: 'string', title: '项', titleEn: 'Item' }
    : { type: 'array', title: '项', titleEn: 'Items', items: nested(depth - 1) }

describe('defining a licence type', () => {
  it('hands back a frozen copy, and what is defined as it is', () => {
    const type = defineType(foodLicence)
    expect(type).toEqual(foodLicence)
    expect(type).not.toBe(foodLicence)
    expect(Object.isFrozen(type.fields.manager?.properties?.name)).toBe(true)
    expect(defineType(type)).toBe(type)
  })

  it.each([
    ['/inForce', { from: '2026-01-01', until: null }],
    ['/inForce', { from: '2026-01-01', until: '2026-12-31' }],
    ['/validity', { kind: 'indefinite' }],
    ['/validity', { kind: 'range', min: { days: 1 }, max: { years: 70 }, orIndefinite: true }],
    ['/holderKinds', ['person', 'organisation']],
    ['/numbering/pattern', '浙云食〔{year}〕{serial:5}号'],
    ['/numbering/pattern', '{holder}'],
  ])('accepts at %s %j', (pointer, value) => {
    expect(() => defineType(changed(foodLicence, pointer, value))).not.toThrow()
  })

  it.each([
    ['type-format-unknown', '/format', 'licencevault.type/2'],
    ['type-member-unknown', '/colour', 'red'],
    ['type-member-unknown', '/definingAuthority/phone', '1'],
    ['type-member-wrong', '/code', '11339900MB9X00023D04'],
    ['type-member-wrong', '/code', '11339900MB9X00015J004'],
    ['type-member-wrong', '/version', 0],
    ['type-member-wrong', '/version', '1'],
    ['type-member-wrong', '/name', ''],
    ['type-member-wrong', '/name', '食品\n经营'],
    ['type-member-wrong', '/name', '长'.repeat(257)],
    ['type-member-wrong', '/nameEn', ' Food'],
    ['type-member-wrong', '/kind', 'permit'],
    ['type-member-wrong', '/definingAuthority', null],
    ['type-member-wrong', '/definingAuthority/code', '11339900MB9X00023E'],
    ['type-member-wrong', '/holderKinds', []],
    ['type-member-wrong', '/holderKinds', ['animal']],
    ['type-member-wrong', '/holderKinds', ['person', 'person']],
    ['type-member-wrong', '/maxHolders', 0],
    ['type-member-wrong', '/maxHolders', 101],
    ['type-member-wrong', '/validity', { kind: 'range', min: { years: 2 }, max: { months: 23 } }],
    ['type-member-wrong', '/order', []],
    ['type-member-wrong', '/order', foodLicence.order.slice(1)],
    ['type-member-wrong', '/order', [...foodLicence.order.slice(1), 'place']],
    ['type-member-wrong', '/order', [...foodLicence.order, 'colour']],
    ['type-member-wrong', '/fields/manager/order', ['name']],
    ['type-member-unknown', '/fields/place/order', ['name']],
    // The serial begins anew each year, and at each authority.
    ['type-member-wrong', '/numbering/pattern', 'JY{serial:7}'],
    ['type-member-wrong', '/issuingAuthorities', ['11339900MB9X00023D', '11339900MB9X00015J']],
    ['type-member-wrong', '/required', ['colour']],
    ['type-member-wrong', '/required', ['place', 'place']],
    ['type-member-wrong', '/required', 'place'],
    ['type-member-wrong', '/numbering', 'JY1'],
    ['numbering-token-wrong', '/numbering/pattern', 'JY1'],
    ['numbering-token-wrong', '/numbering/pattern', '{serial:99}'],
    ['type-member-wrong', '/validity', { kind: 'sometimes' }],
    ['type-member-wrong', '/validity', { kind: 'fixed', terms: [] }],
    ['type-member-wrong', '/validity', { kind: 'fixed', terms: [{ years: 101 }] }],
    ['type-member-wrong', '/validity', { kind: 'range', min: { years: 1 } }],
    ['type-member-unknown', '/validity', { kind: 'indefinite', orIndefinite: true }],
    ['type-member-wrong', '/validity', { kind: 'fixed', terms: [{ years: 5 }], orIndefinite: 1 }],
    [
      'type-limit',
      '/validity',
      { kind: 'fixed', terms: Array.from({ length: 21 }, (_, i) => ({ days: i + 1 })) },
    ],
    ['type-member-wrong', '/inForce', { from: '2026-01-01', until: '2025-12-31' }],
    ['type-member-wrong', '/inForce', { from: '2026-02-30', until: null }],
    ['type-member-wrong', '/issuingAuthorities', []],
    ['type-member-wrong', '/issuingAuthorities', ['11339900MB9X00023E']],
    ['type-limit', '/issuingAuthorities', Array.from({ length: 5001 }, () => '11339900MB9X00023D')],
    ['type-member-wrong', '/template', 'AB'.repeat(32)],
    ['type-member-wrong', '/onePerHolder', 'yes'],
    ['type-member-wrong', '/retention', '永久'],
    ['type-member-wrong', '/fields', []],
    ['type-member-wrong', '/fields/经营', { type: 'string', title: '项', titleEn: 'Item' }],
    ['type-member-wrong', '/fields/place', null],
    ['type-member-wrong', '/fields/place/title', ''],
    ['type-member-wrong', '/fields/place/title', '长'.repeat(201)],
    ['type-member-wrong', '/fields/place/type', 'number'],
    ['type-member-wrong', '/fields/place/type', 'constructor'],
    ['type-member-unknown', '/fields/place/default', ''],
    ['type-member-unknown', '/fields/place/minimum', 1],
    ['type-member-unknown', '/fields/seats/maxLength', 1],
    ['type-member-wrong', '/fields/place/maxLength', 1.5],
    ['type-member-wrong', '/fields/place/maxLength', 1],
    ['type-limit', '/fields/place/maxLength', 4001],
    ['type-limit', '/fields/items/maxItems', 201],
    ['type-member-wrong', '/fields/seats/maximum', Number.NaN],
    ['type-member-wrong', '/fields/inspected/format', 'date-time'],
    ['type-member-wrong', '/fields/business/enum', []],
    ['type-member-wrong', '/fields/business/enum', ['a', 'a']],
    ['type-limit', '/fields/business/enum', Array.from({ length: 501 }, (_, index) => `${index}`)],
    ['type-pattern-refused', '/fields/capital/pattern', '^(a+)+$'],
    ['type-member-wrong', '/fields/items/items', undefined],
    ['type-limit', '/fields', manyFields(201)],
    ['type-limit', '/fields/tree', nested(4)],
  ])('throws %s for %s = %j', (code, pointer, value) => {
    expect(() => defineType(changed(foodLicence, pointer, value))).toThrow(new RegExp(`^${code}: `))
  })

  it.each(Object.keys(foodLicence).filter((name) => name !== 'format'))('needs %s', (name) => {
    expect(() => defineType(changed(foodLicence, `/${name}`))).toThrow(
      `type-member-wrong: The licence type is wrong at /${name}: expected a value; it is missing.`,
    )
  })

  it('accepts fields on four levels, and no deeper', () => {
    expect(() => defineType(withField('tree', nested(3)))).not.toThrow()
    expect(() => defineType(withField('tree', nested(4)))).toThrow(/^type-limit/)
  })

  it('counts the fields inside objects too', () => {
    const inside = {
      type: 'object',
      title: '表',
      titleEn: 'Table',
      properties: manyFields(193),
      required: [],
    }
    expect(() => defineType(withField('table', inside))).toThrow(/^type-limit/)
    const fewer = { ...inside, properties: manyFields(100) }
    expect(() => defineType(withField('table', fewer))).not.toThrow()
  })

  it.each([null, undefined, 1, 'type', [], {}, () => 1, { format: 'licencevault.type/1', f: () => 1 }])(
    'throws a typed error for %j',
    (value) => {
      expect(() => defineType(value)).toThrow(/^type-/)
    },
  )

  it('ends on 100,000 levels and on a cycle with a typed error', () => {
    let deep: unknown = { type: 'string', title: '项', titleEn: 'Item' }
    for (let level = 0; level < 100_000; level++)
      deep = { type: 'array', title: '项', titleEn: 'Item', items: deep }
    expect(() => defineType({ ...foodLicence, fields: { deep } })).toThrow(/^type-/)
    const cycle: Record<string, unknown> = { type: 'array', title: '项', titleEn: 'Item' }
    cycle.items = cycle
    expect(() =>
      defineType({ ...foodLicence, fields: { cycle }, required: [] } as unknown as LicenceType),
    ).toThrow(/^type-limit/)
  })

  it('does not notice what becomes of the value it was given', () => {
    const given = structuredClone(foodLicence)
    const type = defineType(given)
    Reflect.set(given, 'name', '别的')
    expect(type.name).toBe('食品经营许可证')
  })
})

/** The sample with one more field, shown last. */
function withField(name: string, schema: unknown): unknown {
  const { fields, order } = foodLicence
  return { ...foodLicence, fields: { ...fields, [name]: schema }, order: [...order, name] }
}

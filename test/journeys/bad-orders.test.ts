import { licenceTypes, makeOrders } from '@licencevault/city'
import { fit, type LicenceType, type Order, problemsOf } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'

/** Orders of the sample city, each spoilt in one place: refused by the one word that says where. */
describe('an order', () => {
  const ofType = (type: LicenceType): Order =>
    [...makeOrders({ seed: 'bad input', count: 1, types: [type] })][0] ?? expect.fail()
  const food = typeNamed('食品经营许可证')
  const driving = typeNamed('机动车驾驶证')
  const order = ofType(food)
  const [firm = expect.fail()] = order.holders
  const [driver = expect.fail()] = ofType(driving).holders
  const [text = expect.fail()] = food.required.filter(
    (name) => food.fields[name]?.type === 'string' && !food.fields[name]?.enum,
  )
  const fields = (change: Record<string, unknown>) =>
    ({ ...order, fields: { ...order.fields, ...change } }) as Order
  const { [text]: _, ...without } = order.fields

  const cases: readonly (readonly [string, string, LicenceType, Order])[] = [
    [
      'of an unknown type',
      'type-other',
      food,
      { ...order, type: { code: `${food.code.slice(0, 18)}999`, version: 1 } },
    ],
    [
      'of an unknown version of its type',
      'type-other',
      food,
      { ...order, type: { code: food.code, version: 99 } },
    ],
    ['that leaves a field out', 'field-missing', food, { ...order, fields: without }],
    ['with a field too long', 'field-too-long', food, fields({ [text]: '长'.repeat(4_001) })],
    ['with a field of the wrong kind', 'field-wrong-kind', food, fields({ [text]: 7 })],
    ['with an unknown field', 'field-unknown', food, fields({ favouriteColour: '红' })],
    [
      'with a wrong digit in a credit code',
      'uscc-check-wrong',
      food,
      { ...order, holders: [{ ...firm, code: otherLast(firm.code) }] },
    ],
    [
      'with a wrong digit in a resident ID',
      'resident-id-check-wrong',
      driving,
      { ...ofType(driving), holders: [{ ...driver, code: otherLast(driver.code) }] },
    ],
    [
      'for a holder of a kind that the type is not for',
      'holder-kind-not-allowed',
      driving,
      { ...ofType(driving), holders: [firm] },
    ],
    [
      'by an authority that may not issue the type',
      'authority-not-entitled',
      food,
      { ...order, authority: ofType(driving).authority },
    ],
    [
      'whose validity ends before it begins',
      'validity-reversed',
      food,
      { ...order, validity: { from: '2026-11-23', until: '2026-11-22' } },
    ],
  ]

  it('that is right goes through', () => {
    expect(fit(food, order)).toBe(order)
    expect(problemsOf(driving, ofType(driving))).toEqual([])
  })

  it.each(cases)('%s is refused by %s alone', (_title, code, type, wrong) => {
    const problems = problemsOf(type, wrong)
    expect(problems.map((problem) => problem.code)).toEqual([code])
    for (const { sentence, remedy } of problems) {
      for (const words of [sentence, remedy])
        expect(`${words.en}${words.zh}`).not.toMatch(/\{\w+\}|undefined/)
    }
    expect(() => fit(type, wrong)).toThrow(
      expect.objectContaining({ name: 'VaultError', code: 'order-does-not-fit' }),
    )
  })

  /** The same code with another check character. */
  function otherLast(code: string): string {
    return `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`
  }
})

function typeNamed(name: string): LicenceType {
  return licenceTypes.find((type) => type.name === name) ?? expect.fail(`the city has no ${name}`)
}

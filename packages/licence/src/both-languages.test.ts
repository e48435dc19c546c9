import { VaultError, type Words } from '@licencevault/errors'
import { describe, expect, it } from 'vitest'
import { changed, foodLicence, foodOrder, foodStatement } from '../testing/sample.ts'
import {
  canonicalise,
  checkHolder,
  checkStatement,
  defineType,
  fit,
  gravest,
  type MoveName,
  move,
  moves,
  problemsOf,
  type RecordedState,
  writeNumber,
} from './index.ts'

/** What an error says. */
function said(call: () => unknown): Words {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof VaultError) return thrown.sentence
  }
  throw new Error('it was not refused')
}

const problemOf = (pointer: string, ...value: unknown[]) => {
  const [first] = problemsOf(foodLicence, changed(foodOrder, pointer, ...value))
  if (!first) throw new Error('nothing is wrong with it')
  return first.sentence
}

describe('each language fills its sentences with its own words', () => {
  const person = [{ name: '张三', code: '33990219010203003X', codeType: '111' }]
  it.each<[string, () => Words, string, string]>([
    [
      'holder-kind-not-allowed',
      () => problemOf('/holders', person),
      'The licence type “Food business licence” is not issued to a holder of this kind (person).',
      '“食品经营许可证”不颁发给自然人。',
    ],
    [
      'authority-not-entitled',
      () => problemOf('/authority/code', '11339900MB9X00015J'),
      'The authority 11339900MB9X00015J may not issue “Food business licence”.',
      '机构 11339900MB9X00015J 无权颁发“食品经营许可证”。',
    ],
    [
      'order-does-not-fit',
      () => said(() => fit(foodLicence, changed(foodOrder, '/fields/place'))),
      'The order does not fit the licence type “Food business licence” (1 wrong): /fields/place field-missing',
      '申请不符合证照类型“食品经营许可证”，共 1 处问题：/fields/place field-missing',
    ],
    [
      'field-wrong-kind',
      () => problemOf('/fields/online', 1),
      'The field “Online” must be true or false.',
      '“网络经营”应为布尔值（true 或 false）。',
    ],
    [
      'field-out-of-range',
      () => problemOf('/fields/seats', -1),
      'The field “Seats” must be at least 0.',
      '“座位数”应不小于 0。',
    ],
    [
      'field-out-of-range',
      () => problemOf('/fields/seats', 5001),
      'The field “Seats” must be at most 5000.',
      '“座位数”应不大于 5000。',
    ],
    [
      'field-not-in-list',
      () => problemOf('/fields/business', '理发'),
      'The field “Business” must be one of: 食品销售经营者, 餐饮服务经营者, 单位食堂.',
      '“主体业态”应为以下之一：食品销售经营者、餐饮服务经营者、单位食堂。',
    ],
    [
      'holder-code-shape',
      () => checkHolder({ name: '张三', code: 'EA 1', codeType: '414' })[0]?.sentence ?? { en: '', zh: '' },
      'The holder’s code does not have the form of its type (ordinary passport number).',
      '持证主体代码不符合“普通护照号”的格式。',
    ],
    [
      'numbering-part-missing',
      () => said(() => writeNumber({ pattern: '{holder}' }, {})),
      'The licence number cannot be written without a valid code of the holder.',
      '缺少有效的持证主体代码，无法生成证照编号。',
    ],
    [
      'move-must-name',
      () => said(() => move('valid', 'revoke')),
      'To revoke, the decision document must be named.',
      '办理“吊销”须写明决定文书。',
    ],
    [
      'move-not-permitted',
      () => said(() => move('void', 'cancel')),
      '“cancel” is not permitted for a licence in the state “void: never completed”.',
      '状态为“作废”的证照不能办理“注销”。',
    ],
    [
      'move-unknown',
      () => said(() => gravest([])),
      '“” is not a state or move that can be used here.',
      '“”不是此处可用的状态或操作。',
    ],
    [
      'type-member-wrong',
      () => said(() => defineType(changed(foodLicence, '/kind', 'permit'))),
      'The licence type is wrong at /kind: expected one of licence, approval, certificate.',
      '证照类型的 /kind 处有误：应为以下之一：licence、approval、certificate。',
    ],
    [
      'statement-member-wrong, a member missing',
      () => said(() => checkStatement(changed(foodStatement, '/salt'))),
      'The statement is wrong at /salt: expected a value; it is missing.',
      '证照数据的 /salt 处有误：缺少必填的值。',
    ],
    [
      'statement-member-wrong, what stands there is wrong',
      () => said(() => checkStatement(changed(foodStatement, '/holders/0/code', '91339900MA9X00011W'))),
      'The statement is wrong at /holders/0/code: The last character of the unified social credit code is W; it should be U.',
      '证照数据的 /holders/0/code 处有误：统一社会信用代码的末位（校验码）为 W，应为 U。',
    ],
  ])('%s', (_, words, en, zh) => {
    expect(words()).toEqual({ en, zh })
  })

  it.each<[unknown, string, string]>([
    [undefined, 'undefined', '它未定义（undefined）'],
    [() => 1, 'a function', '它是函数'],
    [Symbol('x'), 'a symbol', '它是 Symbol 值'],
    [1n, 'a bigint', '它是 BigInt 值'],
    [Number.NaN, 'not a number', '它不是数（NaN）'],
    [Number.POSITIVE_INFINITY, 'infinity', '它是正无穷'],
    [Number.NEGATIVE_INFINITY, 'minus infinity', '它是负无穷'],
    [new Map(), 'an instance of a class', '它是类的实例'],
  ])('not-json, of %s', (value, en, zh) => {
    expect(said(() => canonicalise([value]))).toEqual({
      en: `The value at /0 cannot be written as JSON: it is ${en}.`,
      zh: `/0 处的值无法用 JSON 表示：${zh}。`,
    })
  })

  it('move-must-name, whatever the move must name', () => {
    for (const name of Object.keys(moves) as MoveName[]) {
      const [from] = moves[name].from
      if (moves[name].mustName.length === 0) continue
      const { en, zh } = said(() => move(from as RecordedState, name))
      expect(en).toMatch(/^[\x20-\x7e]+$/)
      expect(zh).not.toMatch(/[a-z]/i)
    }
  })
})

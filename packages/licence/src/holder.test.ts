import { describe, expect, it } from 'vitest'
import { checkHolder, type Holder, type HolderCodeType, holderCodeTypes, holderKind } from './index.ts'

const codesOf = (holder: Holder) => checkHolder(holder).map(({ code, path }) => `${path} ${code}`)
const holder = (codeType: HolderCodeType, code: string, name = '云汀某某'): Holder => ({
  name,
  code,
  codeType,
})

describe('holder', () => {
  it.each([
    ['001', '91339900MA9X00011U'],
    ['099', '浙云字第0001号'],
    ['111', '11010519491231002X'],
    ['114', '军字第0123456号'],
    ['412', 'SE1234567'],
    ['414', 'EA1234567'],
    ['511', '12345678'],
    ['516', 'H12345678'],
    ['999', 'ABC-1234'],
  ] as const)('a code of type %s may be %s', (codeType, code) => {
    expect(checkHolder(holder(codeType, code))).toEqual([])
  })

  it.each([
    ['001', '91339900MA9X00011W', 'uscc-check-wrong'],
    ['001', '9133990OMA9X00011U', 'uscc-shape'],
    ['111', '110105194912310021', 'resident-id-check-wrong'],
    ['111', '91339900MA9X00011U', 'resident-id-shape'],
    ['414', 'EA 1234567', 'holder-code-shape'],
    ['511', 'H12345678', 'holder-code-shape'],
    ['516', '12345678', 'holder-code-shape'],
    ['999', 'x', 'holder-code-shape'],
    ['999', 'x'.repeat(65), 'holder-code-shape'],
    ['999', 'a\u202eb', 'text-character'],
  ] as const)('a code of type %s may not be %j: %s', (codeType, code, expected) => {
    expect(codesOf(holder(codeType, code))).toEqual([`/code ${expected}`])
  })

  it.each([
    ['', 'holder-name-wrong'],
    [' 张三', 'holder-name-wrong'],
    ['张'.repeat(513), 'holder-name-wrong'],
    ['张\u0000三', 'text-character'],
    ['e\u0301', 'text-not-nfc'],
  ])('may not be named %j: %s', (name, expected) => {
    expect(codesOf(holder('111', '11010519491231002X', name))).toEqual([`/name ${expected}`])
  })

  it('reports an unknown code type, such as a name every object has', () => {
    expect(codesOf(holder('toString' as HolderCodeType, '1'))).toEqual(['/codeType holder-code-type-unknown'])
    expect(holderKind('constructor')).toBeUndefined()
  })

  it('knows the sixteen code types of GB/T 36903, the first two being organisations', () => {
    const kinds = Object.keys(holderCodeTypes).map((codeType) => [codeType, holderKind(codeType)])
    expect(kinds).toHaveLength(16)
    expect(
      kinds
        .filter(([, kind]) => kind === 'organisation')
        .map(([codeType]) => codeType)
        .sort(),
    ).toEqual(['001', '099'])
    expect(holderCodeTypes['516'].name.zh).toBe('港澳居民来往内地通行证号码')
  })
})

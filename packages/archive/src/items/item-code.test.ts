import { describe, expect, it } from 'vitest'
import { composeItemCode, isBasicCode, isItemCode, readItemCode, variantOf } from './item-code.ts'

const implementation = '11370800MB285591843370117002011'
const business = '11370800MB28559184300011711200001'

describe('an item code', () => {
  it('is read part by part', () => {
    expect(readItemCode(implementation)).toEqual({
      authority: '11370800MB28559184',
      level: '3',
      origin: '37',
      department: '0117',
      main: '002',
      sub: '011',
    })
    expect(readItemCode(business)).toMatchObject({ origin: '00', main: '112', sub: '000', variant: '01' })
    expect(variantOf(business)).toBe('11370800MB285591843000117112000')
    expect(variantOf(implementation)).toBe(undefined)
  })
  it('is put together from what was read', () => {
    for (const code of [implementation, business]) expect(composeItemCode(readItemCode(code))).toBe(code)
  })
  it.each([
    ['', 'item-code-wrong'],
    [implementation.slice(0, 30), 'item-code-wrong'],
    [`${implementation}1`, 'item-code-wrong'],
    [implementation.replace('43370', '49370'), 'item-code-wrong'],
    [implementation.replace('59184', '59185'), 'item-code-authority'],
    [implementation.toLowerCase(), 'item-code-wrong'],
  ])('%s is refused as %s', (code, word) => {
    expect(isItemCode(code)).toBe(false)
    expect(() => readItemCode(code)).toThrow(expect.objectContaining({ code: word }))
  })
  it('is not put together from parts that do not fit', () => {
    const parts = readItemCode(implementation)
    expect(() => composeItemCode({ ...parts, department: '117' })).toThrow(
      expect.objectContaining({ code: 'item-code-wrong' }),
    )
    expect(isBasicCode('370117002011')).toBe(true)
    expect(isBasicCode('37011700201')).toBe(false)
  })
})

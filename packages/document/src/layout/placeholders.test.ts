import { describe, expect, it } from 'vitest'
import { sampleStatement, sampleValues } from '../../testing/sample.ts'
import { sampleTemplate as template } from '../../testing/sample-template.ts'
import { fillIn, placeholderFault } from './placeholders.ts'

const statement = sampleStatement({
  template,
  fields: { ...sampleValues, items: ['甲', '乙'] },
})
const filled = (text: string) => fillIn(text, { statement, page: 1, pages: 2 })

describe('a placeholder', () => {
  it.each([
    ['{type}', '食品经营许可证'],
    ['{number}', 'JY33990000001234'],
    ['{holder}/{holder.1}/{holder.2}', '云汀市鼎盛餐饮管理有限公司/云汀市鼎盛餐饮管理有限公司/—'],
    ['{issuedOn}', '2026年11月23日'],
    ['{issuedOn|year}.{issuedOn|month}.{issuedOn|day}', '2026.11.23'],
    ['{validity}', '2026年11月23日至2031年11月22日'],
    ['{from|month}–{until|year}', '11–2031'],
    ['{fields.founded|date}', '2018年03月05日'],
    ['{fields.representative|date}', '王建国'],
    ['{fields.items}', '甲、乙'],
    ['{fields.stores}', '云汀市汀南区仓前路9号、一号库'],
    ['{fields.nothing}', '—'],
    ['{fields.toString}', '—'],
    ['{page}/{pages}', '1/2'],
  ])('%s becomes %s', (text, expected) => {
    expect(filled(text)).toBe(expected)
  })

  it('writes an open end as 长期', () => {
    const open = { ...statement, validity: { from: '2026-11-23', until: null } }
    expect(fillIn('{validity} {until} {until|date}', { statement: open })).toBe('长期 长期 长期')
  })

  it.each([
    ['{unknown}', false],
    ['{row.a}', false],
    ['{fields}', false],
    ['{fields.}', false],
    ['{type|shout}', false],
    ['{type', false],
    ['}', true],
  ])('%s is refused', (text, inTable) => {
    expect(placeholderFault(text, inTable)).toMatchObject({ en: expect.any(String), zh: expect.any(String) })
  })
})

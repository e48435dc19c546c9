import { readIdentifier, readStatement, statementBytes } from '@licencevault/licence'
import { describe, expect, test } from 'vitest'
import { licenceTypes, typeOf } from './licence-types.ts'
import { makeStatements } from './statements.ts'

const statements = [...makeStatements({ seed: 'statements', count: 3_000 })]

describe('makeStatements', () => {
  test('makes statements that the library reads back', () => {
    for (const statement of statements.slice(0, 168)) {
      expect(readStatement(statementBytes(statement))).toEqual(statement)
    }
  })

  test('the same seed gives the same bytes', () => {
    const again = [...makeStatements({ seed: 'statements', count: 90 })]
    expect(again.map((one) => statementBytes(one))).toEqual(
      statements.slice(0, 90).map((one) => statementBytes(one)),
    )
    const [other] = makeStatements({ seed: 'other', count: 1 })
    expect(other?.identifier).not.toBe(statements[0]?.identifier)
  })

  test('gives no identifier, number or salt twice', () => {
    const different = (of: (one: (typeof statements)[number]) => string) => new Set(statements.map(of)).size
    expect(different(({ identifier }) => identifier)).toBe(3_000)
    expect(different(({ type, number }) => `${type.code} ${number}`)).toBe(3_000)
    expect(different(({ salt }) => salt)).toBe(3_000)
  })

  test('writes right identifiers that hold nothing personal', () => {
    for (const { identifier, holders } of statements) {
      expect(readIdentifier(identifier).findings).toEqual([])
      for (const { code } of holders) expect(identifier).not.toContain(code)
    }
  })

  test('is issued in office hours of the day asked for', () => {
    for (const { issuedAt, issuedOn, validity } of makeStatements({ seed: 1, count: 84, on: '2027-02-28' })) {
      expect([issuedOn, validity.from]).toEqual(['2027-02-28', '2027-02-28'])
      expect(issuedAt).toMatch(/^2027-02-28T0[1-8]:\d\d:\d\dZ$/)
    }
  })

  test('names the template of its type', () => {
    for (const { type, template } of statements) expect(template).toBe(typeOf(type.code).template)
    expect(new Set(statements.map(({ type }) => type.code)).size).toBe(licenceTypes.length)
  })

  test('numbers look as they do in life', () => {
    const first = (name: string) => statements.find(({ type }) => type.name === name)
    expect(first('食品经营许可证')?.number).toMatch(/^JY\d{14}$/)
    expect(first('食品生产许可证')?.number).toMatch(/^SC\d{14}$/)
    expect(first('建设项目环境影响评价文件批复')?.number).toBe('云环建〔2026〕0001号')
    const driver = first('机动车驾驶证')
    expect(driver?.number).toBe(driver?.holders[0]?.code)
  })
})

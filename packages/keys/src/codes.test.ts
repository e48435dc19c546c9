import { expect, it } from 'vitest'
import { codes } from './codes.ts'

it.each(Object.entries(codes))('%s says what is wrong and what to do, in both languages', (code, row) => {
  expect(code).toMatch(/^(key|pkcs12)-[a-z0-9-]+$/)
  for (const { en, zh } of [row.sentence, row.remedy]) {
    expect(en).toMatch(/^[A-Z].*[.]$/)
    expect(zh).toMatch(/[。]$/)
    expect(en.match(/\{\w+\}/g) ?? []).toEqual(zh.match(/\{\w+\}/g) ?? [])
  }
})

import { expect, it } from 'vitest'
import { codes } from './codes.ts'

it.each(Object.entries(codes))('%s says what is wrong and what to do, in both languages', (code, row) => {
  expect(code).toMatch(/^(blob|store|database|row|transaction|ledger)-[a-z0-9-]+$/)
  for (const { en, zh } of [row.sentence, row.remedy]) {
    expect(en).toMatch(/^[A-Z].*([.]|: \{\w+\})$/)
    expect(zh).toMatch(/([。]|：\{\w+\})$/)
    // What one language fills in, the other does too, or its own translation of it.
    const tokens = (text: string) => new Set([...text.matchAll(/\{(\w+?)(?:Zh)?\}/g)].map(([, name]) => name))
    expect(tokens(zh)).toEqual(tokens(en))
    expect(en).not.toMatch(/Zh\}/)
  }
})

import { expect, it } from 'vitest'
import { codes } from './codes.ts'

it.each(Object.entries(codes))('%s names in both languages what the other names', (_, row) => {
  for (const { en, zh } of [row.sentence, row.remedy]) {
    const names = (text: string) =>
      new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]).replace(/Zh$/, '')))
    expect(names(zh)).toEqual(names(en))
    expect(en).toMatch(/[.!?]$/)
    expect(zh).toMatch(/[。！？]$/)
  }
})

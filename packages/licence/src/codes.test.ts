import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codes } from './codes.ts'

const rows = Object.entries(codes)
const tokensOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe('the table of codes', () => {
  it.each(rows)('%s says what is wrong and what to do, in both languages', (_, { sentence, remedy }) => {
    for (const { en, zh } of [sentence, remedy]) {
      expect(en).toMatch(/^[A-Z0-9{“].*[.}]$/s)
      expect(zh).toMatch(/\p{Script=Han}.*(。|\})$/su)
      // What one language fills in, the other does too, or its own translation of it.
      const known = tokensOf(en).flatMap((name) => [name, `${name}Zh`])
      expect([...known, 'title']).toEqual(expect.arrayContaining(tokensOf(zh)))
    }
  })

  it('has no code that nothing uses', () => {
    const here = new URL('.', import.meta.url)
    const source = readdirSync(here)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'codes.ts')
      .map((file) => readFileSync(new URL(file, here), 'utf8'))
      .join('\n')
    const unused = rows.filter(([code]) => {
      const composed = /^(type|order|statement)(-member-(?:wrong|unknown))$/.exec(code)
      return composed ? !source.includes(`\`\${format}${composed[2]}\``) : !source.includes(`'${code}'`)
    })
    expect(unused.map(([code]) => code)).toEqual([])
  })
})

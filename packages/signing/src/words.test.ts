import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentences } from './cms/sentences.ts'
import { codes } from './codes.ts'
import { padesReasons, padesSentences } from './pades/reasons.ts'
import { reasons } from './reasons.ts'

const rows = Object.entries({ ...codes, ...reasons, ...padesReasons })
const passing = Object.entries({ ...sentences, ...padesSentences })
const tokensOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

describe('the words', () => {
  it.each(rows)('%s says what is wrong and what to do, in both languages', (_, { sentence, remedy }) => {
    for (const words of [sentence, remedy]) expectWhole(words)
  })

  it.each(passing)('%s says in both languages what was right', (_, words) => expectWhole(words))

  it('has no code and no reason that nothing uses', () => {
    const here = new URL('.', import.meta.url)
    const tables = /(^|\/)(codes|reasons|path-reasons|findings)\.ts$/
    const source = readdirSync(here, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !tables.test(file))
      .map((file) => readFileSync(new URL(file, here), 'utf8'))
      .join('\n')
    expect(rows.map(([name]) => name).filter((name) => !source.includes(`'${name}'`))).toEqual([])
  })
})

/** A whole sentence in each, and what one language fills in, the other does too, or its own translation of it. */
function expectWhole({ en, zh }: { readonly en: string; readonly zh: string }) {
  expect(en).toMatch(/^[A-Z{“].*\.$/s)
  expect(zh).toMatch(/\p{Script=Han}.*。$/su)
  expect(new Set(tokensOf(zh).map((name) => name.replace(/Zh$/, '')))).toEqual(new Set(tokensOf(en)))
}

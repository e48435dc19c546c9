import { expect, test } from 'vitest'
import { codes } from './codes.ts'

test.each(Object.entries(codes))(
  '%s has words in both languages, filled from the same details',
  (code, row) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const { en, zh } of [row.sentence, row.remedy]) {
      // A sentence may end with another one that is put in.
      expect(en).toMatch(/^[A-Z{“].*([.]|\{first\})$/)
      expect(zh).toMatch(/\p{Script=Han}.*(。|\{firstZh\})$/u)
      const names = (text: string) =>
        new Set([...text.matchAll(/\{(\w+?)(?:Zh)?\}/g)].map(([, name]) => name))
      for (const name of names(zh)) expect([...names(en), 'state']).toContain(name)
    }
  },
)

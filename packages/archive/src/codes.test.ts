import type { CodeRow } from '@licencevault/errors'
import { expect, test } from 'vitest'
import { codes } from './codes.ts'
import { filingCodes } from './filing/codes.ts'
import { packageCodes } from './package/codes.ts'
import { rebuildCodes } from './rebuild/codes.ts'
import { scannerCodes } from './virus/codes.ts'

const all: readonly (readonly [string, CodeRow])[] = [
  codes,
  filingCodes,
  packageCodes,
  rebuildCodes,
  scannerCodes,
].flatMap((table) => Object.entries(table))

test('no code has two meanings', () => {
  expect(new Set(all.map(([code]) => code)).size).toBe(all.length)
})

test.each(all)('%s has words in both languages, filled from the same details', (code, row) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  for (const { en, zh } of [row.sentence, row.remedy]) {
    // A sentence may end with another one that is put in.
    expect(en).toMatch(/^[A-Z{“].*([.]|\{(first|answer)\})$/)
    expect(zh).toMatch(/\p{Script=Han}.*(。|\{(firstZh|answer)\})$/u)
    const names = (text: string) => new Set([...text.matchAll(/\{(\w+?)(?:Zh)?\}/g)].map(([, name]) => name))
    for (const name of names(zh)) expect([...names(en), 'state']).toContain(name)
  }
})

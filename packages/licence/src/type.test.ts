import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalise, defineType, parseIJson, TYPE_FORMAT } from './index.ts'

interface Vectors {
  readonly format: string
  readonly valid: readonly { readonly name: string; readonly sha256: string; readonly type: unknown }[]
  readonly invalid: readonly { readonly name: string; readonly code: string; readonly type: unknown }[]
}

/** Frozen for ever: whatever changes them makes another format. */
const vectors = parseIJson(
  readFileSync(new URL('../vectors/type.json', import.meta.url)),
) as unknown as Vectors

describe('frozen licence types', () => {
  it('are there', () => {
    expect(vectors.format).toBe(TYPE_FORMAT)
    expect(vectors.valid.length).toBeGreaterThanOrEqual(3)
    const words = new Set(vectors.invalid.map(({ code }) => code))
    expect([...words].sort()).toEqual([
      'numbering-token-wrong',
      'type-format-unknown',
      'type-limit',
      'type-member-unknown',
      'type-member-wrong',
      'type-pattern-refused',
    ])
  })

  it.each(vectors.valid)('$name reads, and has the same digest as ever', ({ type, sha256 }) => {
    const read = defineType(type)
    expect(read).toEqual(type)
    expect(createHash('sha256').update(canonicalise(read)).digest('hex')).toBe(sha256)
  })

  it.each(vectors.invalid)('$name is refused by $code', ({ type, code }) => {
    expect(() => defineType(type)).toThrow(expect.objectContaining({ name: 'VaultError', code }))
  })
})

describe('the page TYPE.md', () => {
  const page = readFileSync(new URL('../TYPE.md', import.meta.url), 'utf8')
  const firstCells = (heading: string) => {
    const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
    return [...section.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) => cell.match(/\w[\w-]*/g) ?? [])
  }

  it('has every member of a type, and no other', () => {
    const members = vectors.valid.flatMap(({ type }) => Object.keys(type as object))
    expect(firstCells('Members').sort()).toEqual([...new Set(members)].sort())
  })

  it('has every word by which a type is refused', () => {
    expect(firstCells('Reading').sort()).toEqual([...new Set(vectors.invalid.map(({ code }) => code))].sort())
  })
})

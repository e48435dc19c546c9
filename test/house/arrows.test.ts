import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which package may import which. Data flows one way: a package knows only those to its right. */
const arrows: Record<string, readonly string[]> = {
  errors: [],
  keys: ['errors'],
  signing: ['errors', 'keys'],
  licence: ['errors'],
  document: ['errors', 'licence'],
  verify: ['errors', 'keys', 'signing', 'licence'],
  cli: ['errors', 'signing', 'verify'],
}

/** These run in browsers: no `node:` import but in the files named here, each behind a subpath or condition. */
const portable: Record<string, readonly string[]> = {
  errors: [],
  keys: ['src/native.ts', 'src/pkcs12.ts', 'src/software.ts', 'src/pkcs12/', 'src/software/'],
  signing: ['src/crypto/node.ts'],
  licence: [],
  document: ['src/noto.ts'],
  verify: [],
}

const root = resolve(import.meta.dirname, '../..')
const packages = readdirSync(join(root, 'packages'))
const importLine = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamicImport = /\bimport\(\s*['"]([^'"]+)['"]/g

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function importsOf(name: string): Import[] {
  const folder = join(root, 'packages', name)
  const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.contract.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(folder, 'src', file), 'utf8')
      const from = join('src', file)
      return [
        ...[...text.matchAll(importLine)].map((m) => ({
          from,
          to: m[2] ?? '',
          typeOnly: m[1] !== undefined,
        })),
        ...[...text.matchAll(dynamicImport)].map((m) => ({ from, to: m[1] ?? '', typeOnly: false })),
      ]
    })
}

it('names every package that exists', () => {
  expect(Object.keys(arrows).sort()).toEqual([...packages].sort())
})

describe.each(packages)('%s', (name) => {
  const imports = importsOf(name)

  it('has imports to look at', () => {
    expect(name === 'errors' || imports.length > 0).toBe(true)
  })

  it('imports only packages to its right', () => {
    const wrong = imports.filter(({ to }) => {
      const other = /^@licencevault\/([^/]+)/.exec(to)?.[1]
      return other !== undefined && other !== name && !arrows[name]?.includes(other)
    })
    expect(wrong).toEqual([])
  })

  it('stays inside its own folder', () => {
    const folder = join(root, 'packages', name)
    const wrong = imports.filter(
      ({ from, to }) =>
        to.startsWith('.') && relative(folder, resolve(folder, dirname(from), to)).startsWith('..'),
    )
    expect(wrong).toEqual([])
  })

  it('keeps node: out of what runs in a browser', () => {
    const allowed = portable[name]
    if (!allowed) return
    const wrong = imports.filter(
      ({ from, to }) =>
        (to.startsWith('node:') || to.includes('@licencevault/keys/')) &&
        !allowed.some((place) => from.startsWith(place)),
    )
    expect(wrong).toEqual([])
  })

  it('has no import cycle between its files', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, typeOnly } of imports) {
      if (typeOnly || !to.startsWith('.')) continue
      edges.set(from, [...(edges.get(from) ?? []), join(dirname(from), to)])
    }
    expect(cycleIn(edges)).toEqual([])
  })
})

/** The files of one cycle, in order, or nothing. */
function cycleIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const walk = (file: string, trail: readonly string[]): string[] => {
    const at = trail.indexOf(file)
    if (at >= 0) return [...trail.slice(at), file]
    if (done.has(file)) return []
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...trail, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of edges.keys()) {
    const cycle = walk(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

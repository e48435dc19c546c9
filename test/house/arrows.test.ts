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
  stores: ['errors'],
  ledger: ['errors', 'keys', 'licence', 'stores'],
  verify: ['errors', 'keys', 'signing', 'licence', 'ledger'],
  vault: ['errors', 'keys', 'signing', 'licence', 'document', 'ledger', 'stores', 'verify'],
  archive: ['errors', 'keys', 'signing', 'licence', 'ledger', 'stores'],
  api: ['errors'],
  cli: ['errors', 'verify', 'api', 'service'],
}

/** What these load when they are imported runs in browsers; other subpaths of theirs may need Node. */
const portable = ['errors', 'keys', 'signing', 'licence', 'document', 'verify']
/** Files reached only through an import condition, on the browser's side of it. */
const conditional: Readonly<Record<string, readonly string[]>> = { signing: ['src/crypto/web.ts'] }

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

  it('has no import cycle between its files', () => {
    expect(cycleIn(edgesOf(imports))).toEqual([])
  })
})

describe.each(portable)('%s', (name) => {
  const imports = importsOf(name)

  it('loads in a browser', () => {
    const reached = reachedFrom(['src/index.ts', ...(conditional[name] ?? [])], edgesOf(imports))
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly && reached.has(from) && (to.startsWith('node:') || to.startsWith('@licencevault/keys/')),
    )
    expect(reached.size).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })
})

type Edges = ReadonlyMap<string, readonly string[]>

/** From each file to the files of the same package that it loads. */
function edgesOf(imports: readonly Import[]): Edges {
  const edges = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || !to.startsWith('.')) continue
    edges.set(from, [...(edges.get(from) ?? []), join(dirname(from), to)])
  }
  return edges
}

function reachedFrom(starts: readonly string[], edges: Edges): Set<string> {
  const reached = new Set<string>()
  const walk = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    edges.get(file)?.forEach(walk)
  }
  starts.forEach(walk)
  return reached
}

/** The files of one cycle, in order, or nothing. */
function cycleIn(edges: Edges): string[] {
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

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** `npm run build`: each package's `src` becomes a `dist` of plain JavaScript and its types. */
const root = resolve(import.meta.dirname, '..')
const scope = '@licencevault/'

/** The packages, each after everything it depends on. */
function inOrder(): string[] {
  const names = readdirSync(join(root, 'packages'))
  const needs = (name: string) =>
    Object.keys(
      JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).dependencies ?? {},
    )
      .filter((dependency) => dependency.startsWith(scope))
      .map((dependency) => dependency.slice(scope.length))
  const sorted: string[] = []
  const add = (name: string) => {
    if (sorted.includes(name)) return
    needs(name).forEach(add)
    sorted.push(name)
  }
  names.forEach(add)
  return sorted
}

/** Where the types of every package's exports lie once it is built. */
function typesOf(name: string): Record<string, string[]> {
  const { publishConfig } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
  const exports = Object.entries((publishConfig.exports ?? {}) as Record<string, Target>)
  const imports = Object.entries((publishConfig.imports ?? {}) as Record<string, Record<string, Target>>)
  return Object.fromEntries([
    ...exports.map(([path, { types }]) => [join(scope, name, path), [join('..', name, types)]]),
    ...imports.flatMap(([path, { node }]) => (node ? [[path, [join('..', name, node.types)]]] : [])),
  ])
}

interface Target {
  readonly types: string
}

/** Compiles one package against the built types of the others, so that no source crosses a border. */
function build(name: string, others: readonly string[]): void {
  const folder = join(root, 'packages', name)
  const config = join(folder, 'tsconfig.build.json')
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  const paths = Object.assign({}, ...others.map(typesOf))
  writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', compilerOptions: { paths } }))
  try {
    execFileSync('tsc', ['-p', config], { cwd: root, stdio: 'inherit' })
  } finally {
    rmSync(config)
  }
}

const names = inOrder()
for (const [at, name] of names.entries()) {
  build(name, names.slice(0, at))
  process.stdout.write(`built ${scope}${name}\n`)
}

import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/**
 * Every block of code in every README runs, as it stands there; no other language may stand in one:
 *
 * - `ts`: run by Node at the root; a comment `// → text` after a line says what it prints
 * - `sh`: run by `sh -e` at the root, except npm's own commands (see below)
 * - `text`: prose, such as a table of output
 */
const root = resolve(import.meta.dirname, '../..')
const readmes = globSync(['README.md', '{packages,services,protos,test}/**/{README,FORMAT,STATEMENT}.md'], {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).sort()

/**
 * Commands that would run this test inside itself, or install what it runs on: that the script they
 * name exists is checked instead.
 */
const ownCommands = /^npm (test|run [\w:-]+)( -- .*)?$/

const blocks = readmes.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((m, i) => ({
    title: `${file} block ${i + 1} (${m[1]})`,
    // The root's page is tried from the root; the others may use what only the tests have.
    place: join(root, file === 'README.md' ? 'out' : 'test'),
    language: m[1] ?? '',
    code: m[2] ?? '',
  }))
})

const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)

/** The root's page works on what the demo leaves behind. */
beforeAll(() => {
  execFileSync(process.execPath, ['test/demo/main.ts'], { cwd: root, stdio: 'pipe' })
})

describe('every code block of every README', () => {
  it('is found', () => {
    expect(readmes).toContain('README.md')
    const languages = new Set(blocks.map(({ language }) => language))
    expect([...languages].sort()).toEqual(['sh', 'text', 'ts'])
  })

  it.each(blocks.filter((block) => block.language === 'ts'))('$title runs', ({ code, place }) => {
    const folder = mkdtempSync(join(place, '.readme-'))
    try {
      writeFileSync(join(folder, 'block.ts'), code)
      const run = ['--no-warnings', join(folder, 'block.ts')]
      const printed = execFileSync(process.execPath, run, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
      for (const [, said] of code.matchAll(/\/\/ → (.*)$/gm)) expect(printed).toContain(said?.trim())
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it.each(blocks.filter((block) => block.language === 'sh'))('$title runs', ({ code }) => {
    const lines = code.split('\n').map((line) => line.replace(/\s+# .*$/, '').trim())
    const own = lines.filter((line) => ownCommands.test(line))
    for (const line of own) {
      const script = /^npm (?:run )?([\w:-]+)/.exec(line)?.[1]
      if (script) expect(scripts).toContain(script)
    }
    const rest = lines.filter((line) => line !== '' && !line.startsWith('#') && !ownCommands.test(line))
    if (rest.length === 0) return
    const home = mkdtempSync(join(tmpdir(), 'readme-'))
    try {
      execFileSync('sh', ['-e', '-c', rest.join('\n')], {
        cwd: root,
        env: { ...process.env, HOME: home, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeWith, type Program } from '@licencevault/kit/programs'
import { afterAll, expect, it } from 'vitest'

/**
 * That a killed process loses nothing proves nothing: the kernel still holds the bytes. So the calls that
 * reach the kernel are read, and the syncs must stand between the writes and the answer.
 */
describeWith('strace', 'synced before the answer', (strace) => {
  const root = mkdtempSync(join(tmpdir(), 'licencevault-durable-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const module = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href)

  it('folder: the file, then its name, then each directory that got a new name', async () => {
    const home = join(root, 'blobs')
    const calls = await callsOf(
      strace,
      root,
      `import { openFolder } from ${module('folder.ts')}
       const blobs = await openFolder(${JSON.stringify(home)})
       await blobs.put('a/b/created', new Uint8Array(100_000), { ifAbsent: true })
       await answer('created')
       await blobs.put('a/b/replaced', new Uint8Array(100_000))
       await answer('replaced')
       await blobs.put('a/b/created', new Uint8Array(1), { ifAbsent: true }).catch(() => answer('taken'))
       await blobs.remove('a/b/replaced')
       await answer('removed')`,
    )
    const draft = `<${home}/.writing/`
    const created = calls.before('created')
    inOrder(created, [
      `pwrite|write ${draft}`,
      `fsync ${draft}`,
      `link ${home}/a/b/created`,
      `fsync <${home}/a/b>`,
    ])
    inOrder(created, [`mkdir ${home}/a/b`, `fsync <${home}/a>`])
    inOrder(created, [`mkdir ${home}/a`, `fsync <${home}>`])
    inOrder(created, [`mkdir ${home}`, `fsync <${root}>`])
    const replaced = calls.before('replaced')
    inOrder(replaced, [
      `pwrite|write ${draft}`,
      `fsync ${draft}`,
      `rename ${home}/a/b/replaced`,
      `fsync <${home}/a/b>`,
    ])
    // Whoever is told that a blob exists may rely on it, though another process may just have put it.
    inOrder(calls.before('taken'), [`fsync <${home}/a/b/created>`, `fsync <${home}/a/b>`])
    inOrder(calls.before('removed'), [`unlink ${home}/a/b/replaced`, `fsync <${home}/a/b>`])
  })

  it('sqlite: the log, for a statement and for a transaction', async () => {
    const file = join(root, 'rows.db')
    const calls = await callsOf(
      strace,
      root,
      `import { openSqlite } from ${module('sqlite.ts')}
       const db = await openSqlite(${JSON.stringify(file)})
       await db.migrate('t', { '1': { up: (rows) => rows.schema.createTable('t').addColumn('n', 'integer').execute() } })
       await answer('migrated')
       await db.query.insertInto('t').values({ n: 1 }).execute()
       await answer('inserted')
       await db.transaction(async (tx) => { await tx.insertInto('t').values({ n: 2 }).execute() })
       await answer('committed')`,
    )
    inOrder(calls.before('migrated'), [`fsync <${root}>`])
    for (const answer of ['inserted', 'committed']) {
      inOrder(calls.before(answer), [`pwrite|write <${file}-wal>`, `fsync <${file}-wal>`])
    }
  })
})

interface Calls {
  /** The calls between the answer before and this one. */
  before(answer: string): readonly string[]
}

/** Runs the program under strace; its answers are writes to its standard output. */
async function callsOf(strace: Program, folder: string, program: string): Promise<Calls> {
  const script = join(folder, 'program.mts')
  const log = join(folder, 'calls.log')
  writeFileSync(
    script,
    `import { writeSync } from 'node:fs'
     const answer = async (text) => { writeSync(1, 'ANSWER ' + text + '\\n') }
     ${program}`,
  )
  const wanted =
    'write,pwrite64,writev,pwritev,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat'
  const { status, stderr } = await strace.run(
    ['-f', '-y', '-s', '200', '-e', `trace=${wanted}`, '-o', log, process.execPath, script],
    { env: { UV_USE_IO_URING: '0' } },
  )
  expect({ status, stderr }).toMatchObject({ status: 0 })
  const calls = readFileSync(log, 'utf8').split('\n')
  return {
    before(answer) {
      const end = calls.findIndex((call) => call.includes(`ANSWER ${answer}\\n`))
      expect(end, `the answer ${answer}`).toBeGreaterThan(0)
      const start = calls.slice(0, end).findLastIndex((call) => call.includes('ANSWER '))
      return calls.slice(start + 1, end)
    },
  }
}

/** Each finished with success, and each begun after the one before had ended. */
function inOrder(calls: readonly string[], steps: readonly string[]): void {
  let from = 0
  for (const step of steps) {
    const found = calls.findIndex((call, at) => at >= from && isCall(call, step) && succeeded(calls, at))
    expect(found, `${step} from line ${from} of\n${calls.join('\n')}`).toBeGreaterThanOrEqual(0)
    from = endOf(calls, found) + 1
  }
}

/** `fsync <path>` names an open file, `link path` an argument. */
function isCall(call: string, step: string): boolean {
  const [names = '', place = ''] = step.split(' ')
  const [, name = ''] = /^\d+\s+(\w+)\(/.exec(call) ?? []
  const isNamed = (names === 'fsync' ? 'fsync|fdatasync' : names)
    .split('|')
    .some((wanted) => name.startsWith(wanted))
  return isNamed && call.includes(place.startsWith('<') ? place : `"${place}"`)
}

function succeeded(calls: readonly string[], begun: number): boolean {
  return /= \d+(<.*>)?$/.test(calls[endOf(calls, begun)] ?? '')
}

/** A call that other threads interrupt is logged in two lines: its end is where it is resumed. */
function endOf(calls: readonly string[], begun: number): number {
  const call = calls[begun] ?? ''
  if (!call.includes('<unfinished ...>')) return begun
  const [thread = ''] = call.split(' ')
  return calls.findIndex(
    (line, at) => at > begun && line.startsWith(`${thread} `) && line.includes('resumed>'),
  )
}

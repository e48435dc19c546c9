import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import { type PostgresServer, startPostgres } from '@licencevault/kit/servers'
import type { Db } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openPostgres } from '@licencevault/stores/postgres'
import { openSqlite } from '@licencevault/stores/sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, fromHex } from './bytes.ts'
import { type Ledger, openLedger } from './index.ts'
import { isConsistent } from './proof.ts'

const program = join(import.meta.dirname, '../testing/writer.ts')
const NAME = 'two.example/ledger'
const key = await (await generateKey('Ed25519')).exportPkcs8()

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

/** Everything that writers said. */
interface Said {
  readonly recorded: Map<number, string>
  readonly signed: Map<number, Set<string>>
}

function start(database: string, folder: string, writer: string, count: number, said: Said): Writer {
  const words = [program, database, folder, Buffer.from(key).toString('base64'), NAME, writer, String(count)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let answers = 0
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [word, first = '', second = ''] = line.split('\t')
    if (word === 'recorded') {
      answers++
      expect(said.recorded.get(Number(first)) ?? second).toBe(second)
      said.recorded.set(Number(first), second)
    }
    if (word === 'signed') {
      const [, size = '', root = ''] = Buffer.from(first, 'base64').toString().split('\n')
      said.signed.set(Number(size), (said.signed.get(Number(size)) ?? new Set()).add(root))
    }
  })
  return { child, ended, answers: () => answers }
}

interface Writer {
  readonly child: ChildProcess
  readonly ended: Promise<unknown[]>
  readonly answers: () => number
}

/** Of any two checkpoints that were ever signed, the smaller one begins the larger one. */
async function requireOneView(ledger: Ledger, { signed }: Said): Promise<void> {
  const heads = [...signed].sort(([a], [b]) => a - b)
  for (const [, roots] of heads) expect(roots.size).toBe(1)
  for (const [at, [size, [root = '']]] of heads.entries()) {
    const [older, [olderRoot = '']] = heads[at - 1] ?? [0, ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=']]
    const proof = await ledger.consistency(older, size)
    const roots = [olderRoot, root].map((text) => fromBase64(text) ?? new Uint8Array(0)) as [
      Uint8Array,
      Uint8Array,
    ]
    expect(isConsistent(older, size, ...roots, proof)).toBe(true)
  }
}

async function requireWhole(db: Db, folder: string, said: Said, entries: number | undefined): Promise<void> {
  const blobs = await openFolder(folder)
  const ledger = await openLedger({
    db,
    blobs,
    signer: nativeSigner(key),
    name: NAME,
    clock: () => new Date(),
  })
  const report = await ledger.fsck()
  expect(report).toMatchObject({ count: 0 })
  if (entries !== undefined) expect(report.size).toBe(entries)
  const leaves = new Map<number, string>()
  for await (const { index, leafHash } of ledger.entries()) leaves.set(index, leafHash)
  for (const [index, leafHash] of said.recorded) expect(leaves.get(index)).toBe(leafHash)
  await requireOneView(ledger, said)
  await ledger.close()
}

const pairs = [
  { name: 'PostgreSQL', database: () => server.createDatabase(), open: openPostgres },
  {
    name: 'one SQLite file',
    database: async (folder: string) => join(folder, 'vault.db'),
    open: (file: string) => openSqlite(file),
  },
]

describe.each(pairs)('on $name', { timeout: 180_000 }, ({ database, open }) => {
  it('two processes write at once, and never sign two views', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'licencevault-writers-'))
    const where = await database(folder)
    const said: Said = { recorded: new Map(), signed: new Map() }
    const blobs = join(folder, 'blobs')
    const writers = ['one', 'two'].map((writer) => start(where, blobs, writer, 150, said))
    for (const { ended } of writers) expect(await ended).toEqual([0, null])
    expect(said.recorded.size).toBe(600)
    const db = await open(where)
    await requireWhole(db, blobs, said, 600)
    await db.close()
    await rm(folder, { recursive: true })
  })

  it('killed again and again while they write, they lose nothing that they were told is recorded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'licencevault-writers-'))
    const where = await database(folder)
    const said: Said = { recorded: new Map(), signed: new Map() }
    const blobs = join(folder, 'blobs')
    for (let round = 0; round < 3; round++) {
      const steady = start(where, blobs, `steady-${round}`, 60, said)
      const doomed = start(where, blobs, `doomed-${round}`, 100_000, said)
      while (doomed.answers() < 10 * (round + 1)) await new Promise((resolve) => setTimeout(resolve, 5))
      doomed.child.kill('SIGKILL')
      expect(await doomed.ended).toEqual([null, 'SIGKILL'])
      expect(await steady.ended).toEqual([0, null])
    }
    expect(said.recorded.size).toBeGreaterThan(3 * 120)
    const db = await open(where)
    await requireWhole(db, blobs, said, undefined)
    await db.close()
    await rm(folder, { recursive: true })
  })
})

it('the hash of nothing is what the consistency of an empty log starts from', () => {
  expect(fromBase64('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')).toEqual(
    fromHex('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
  )
})

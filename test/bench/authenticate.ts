import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connect, type VaultClient } from '@licencevault/api'
import type { Row } from './measure.ts'

/** Calls in flight at once, and for how long each side is asked at a time. */
const atOnce = 64
const roundMs = 2_000
const rounds = 5
const licences = 500

interface Place {
  readonly address: string
  readonly echo: string
  readonly files: { readonly ca: string; readonly cert: string; readonly key: string }
  readonly identifiers: readonly string[]
}

/**
 * `npm run bench -- authenticate`: by identifier, from another process over TLS, against an echo of the same
 * size behind the same door. Every answer is read and bound to the ledger anew; nothing of it is kept.
 */
export async function bench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'licencevault-bench-'))
  const script = join(import.meta.dirname, 'authenticate-server.ts')
  const server = spawn(process.execPath, ['--no-warnings', script, folder, String(licences)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const { address, echo, files, identifiers } = await placeOf(server)
    const tls = { ca: readFileSync(files.ca), cert: readFileSync(files.cert), key: readFileSync(files.key) }
    const [ours, theirs] = [connect({ address, tls }), connect({ address: echo, tls })]
    const [mine, others]: [number[], number[]] = [[], []]
    await rate(ours, identifiers)
    await rate(theirs, identifiers)
    for (let round = 0; round < rounds; round++) {
      mine.push(await rate(ours, identifiers))
      others.push(await rate(theirs, identifiers))
    }
    ours.close()
    theirs.close()
    const [a, b] = [middle(mine), middle(others)]
    return [
      {
        what: `authenticate by identifier, unary over TLS, ${atOnce} in flight`,
        reference: 'an echo of the same size behind the same door',
        ours: a,
        referenceRate: b,
        unit: 'ops/s',
        ratio: a / b,
        goal: 0.7,
      },
    ]
  } finally {
    server.stdin.end()
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function placeOf(server: ChildProcess): Promise<Place> {
  if (!server.stdout) throw new Error('the server says nothing')
  for await (const line of createInterface({ input: server.stdout })) return JSON.parse(line) as Place
  throw new Error('the server ended')
}

async function rate({ authenticate }: VaultClient, identifiers: readonly string[]): Promise<number> {
  const started = performance.now()
  let answered = 0
  let next = 0
  const ask = async () => {
    while (performance.now() - started < roundMs) {
      const { report } = await authenticate.byIdentifier({
        identifier: identifiers[next++ % identifiers.length] ?? '',
      })
      if (report?.verdict !== 'valid') throw new Error(`it reads ${report?.verdict}`)
      answered++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, ask))
  return (answered * 1_000) / (performance.now() - started)
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

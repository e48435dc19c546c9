import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import { type Draft, type Ledger, openLedger } from '@licencevault/ledger'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import type { Row } from './measure.ts'

/** Callers that wait at once, each for an entry of its own, and how many entries they append in all. */
const callers = 8192
const entries = 300_000
const rounds = 3
const alone = 300

/**
 * Tessera 1.0.4 on a file system, as measured on the machine of the design: entries a second, and the
 * milliseconds that a lone caller waits. It is not run here.
 */
const tessera = { rate: 31_000, wait: 123 }

/** Entries appended durably under a signed checkpoint, each of at least 256 bytes, on SQLite and a folder. */
export async function bench(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-bench-'))
  const db = await openSqlite(join(folder, 'vault.db'))
  const signer = nativeSigner(await (await generateKey('Ed25519')).exportPkcs8())
  const blobs = await openFolder(join(folder, 'blobs'))
  const ledger = await openLedger({
    db,
    blobs,
    signer,
    name: 'bench.example/ledger',
    clock: () => new Date(),
  })
  const [first] = await ledger.append([draft(0)])
  if (!first || first.bytes.length < 256)
    throw new Error('the entry is shorter than what it is compared with')
  const waits = await waitsOf(ledger)
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) rates.push(await crowd(ledger, round))
  const [rate, wait] = [middle(rates), middle(waits)]
  await ledger.close()
  await db.close()
  await rm(folder, { recursive: true })
  const known = 'tessera 1.0.4, known rate'
  return [
    { what: `append, ${callers} callers`, reference: known, ...against(rate, tessera.rate, 50_000) },
    { what: 'append, a lone caller', reference: known, ...against(1000 / wait, 1000 / tessera.wait, 200) },
  ]
}

function against(ours: number, referenceRate: number, goal: number) {
  return {
    ours,
    referenceRate,
    unit: 'ops/s',
    ratio: ours / referenceRate,
    goal: goal / referenceRate,
  } as const
}

async function waitsOf(ledger: Ledger): Promise<number[]> {
  const waits: number[] = []
  for (let at = 1; at <= alone; at++) {
    const started = performance.now()
    await ledger.append([draft(at)])
    waits.push(performance.now() - started)
  }
  return waits
}

async function crowd(ledger: Ledger, round: number): Promise<number> {
  let next = (round + 1) * 10_000_000
  const end = next + entries
  const call = async () => {
    while (next < end) await ledger.append([draft(next++)])
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: callers }, call))
  return (entries * 1000) / (performance.now() - started)
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function draft(serial: number): Draft {
  return {
    kind: 'issued',
    subject: `1.2.156.3005.2.11339900MB9X00023D009.11339900MB9X00023D.${serial}.001.X`,
    effectiveFrom: '2026-11-25',
    authority: '11339900MB9X00023D',
    type: '11339900MB9X00023D009@1',
    digests: { statement: serial.toString(16).padStart(64, '0') },
    actor: { application: 'bench', role: 'issuer' },
  }
}

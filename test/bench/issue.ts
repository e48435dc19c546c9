import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orderOf, type VaultClient } from '@licencevault/api'
import { departments, licenceTypes, makeOrders, templateOf } from '@licencevault/city'
import { startServiceProcess } from '../faults/service-process.ts'
import { openPair, type Pair, type StorePair } from '../faults/stores.ts'
import { inDays } from '../journeys/service.ts'
import type { Row } from './measure.ts'
import { roomsOf } from './profile.ts'

/** Licences issued for each pair of stores, of all types, every holder another. */
const count = Number(process.env.BENCH_LICENCES ?? 2_000)
/** The whole city, 195,368 licences, in eight minutes. */
const cityRate = 195_368 / 480
/** What the reference writes: files of about a licence's size. */
const fileBytes = 70_000
const atOnce = 16

/** `npm run bench -- issue`: licences a second through a socket from another process, on both pairs of stores. */
export async function bench(): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of ['embedded', 'minio'] as const) rows.push(await onPair(name))
  return rows
}

async function onPair(name: StorePair): Promise<Row> {
  const pair = await openPair(name)
  const profiles = mkdtempSync(join(tmpdir(), 'licencevault-profile-'))
  try {
    const service = await startServiceProcess(pair, ['--cpu-prof', `--cpu-prof-dir=${profiles}`])
    await loadWholeCity(service.client)
    await issue(service.client, 'warm', 200)
    const seconds = await issue(service.client, 'bench', count)
    await service.stop()
    const ours = count / seconds
    const referenceRate = await filesPerSecond(pair)
    const rooms = roomsOf(profiles).map(([room, share]) => `${room} ${(share * 100).toFixed(0)} %`)
    process.stderr.write(`${name}: where the service's main thread spent its time: ${rooms.join(', ')}\n`)
    return {
      what: `issue by stream, ${name}, ${count} licences`,
      reference: `as many ${fileBytes / 1000} KB files kept durably in the same store, ${atOnce} at once`,
      ours,
      referenceRate,
      unit: 'ops/s',
      ratio: ours / referenceRate,
      ...(name === 'embedded' && { goal: cityRate / referenceRate }),
    }
  } finally {
    await pair.stop()
    rmSync(profiles, { recursive: true, force: true })
  }
}

async function loadWholeCity({ catalogue }: VaultClient): Promise<void> {
  for (const type of licenceTypes) {
    await catalogue.defineType({
      requestId: `type-${type.code}`,
      definitionJson: JSON.stringify(type),
      templateJson: JSON.stringify(templateOf(type)),
    })
  }
  for (const { code, name, nameEn } of departments) {
    const entitlements = licenceTypes
      .filter(({ issuingAuthorities }) => issuingAuthorities.includes(code))
      .map((type) => ({ typeCode: type.code, from: '2019-01-01T00:00:00Z' }))
    const authority = {
      code,
      name: { en: nameEn, zh: name },
      entitlements,
      receipts: { since: '2026-01-01T00:00:00Z' },
    }
    await catalogue.addAuthority({ requestId: `authority-${code}`, authority })
  }
  await catalogue.publishAuthorityList({ requestId: 'list', nextUpdate: inDays(30) })
}

/** Seconds until the last of so many was acknowledged. */
async function issue({ issue: room }: VaultClient, seed: string, many: number): Promise<number> {
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  // Drawn beforehand: the city's own drawing is no part of what is measured.
  const orders = [...makeOrders({ seed, count: many, on })].map((order, index) => ({
    requestId: `${seed}-${index}`,
    order: orderOf(order),
  }))
  const started = performance.now()
  let issued = 0
  for await (const { licence, problem, requestId } of room.issueMany(orders)) {
    if (!licence) throw new Error(`${requestId}: ${problem?.code}`)
    issued++
  }
  if (issued !== many) throw new Error(`${issued} outcomes for ${many} orders`)
  return (performance.now() - started) / 1_000
}

async function filesPerSecond(pair: Pair): Promise<number> {
  const { blobs, close } = await pair.open()
  const bytes = new Uint8Array(fileBytes).map((_, at) => at)
  const files = 400
  let next = 0
  const write = async () => {
    while (next < files) {
      const key = `v1/bench/${next++}.pdf`
      await blobs.put(key, bytes, { ifAbsent: true })
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, write))
  const rate = (files * 1_000) / (performance.now() - started)
  await close()
  return rate
}

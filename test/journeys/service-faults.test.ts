import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { status } from '@grpc/grpc-js'
import { CallError, type VaultClient } from '@licencevault/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

const type = '食品经营许可证'
const orders = ordersOf(type, 3)
const authority = needed(orders[0]?.authority?.code)

let house: House
let issuer: VaultClient
let checkpoint: string
beforeAll(async () => {
  house = await openHouse()
  await loadCity(house.operator, [type])
  issuer = await house.clientOf('issuer', authority)
  await issuer.issue.issue({ requestId: 'warm', order: needed(orders[2]) })
  const documents = join(house.folder, 'documents')
  const path = (await readdir(documents, { recursive: true })).find((name) => name.endsWith('/checkpoint'))
  checkpoint = join(documents, needed(path))
}, 60_000)
afterAll(() => house.close())

/** What an issue is answered while something is wrong, and that it is issued once it is right again. */
async function refusal(n: number, spoil: () => Promise<() => Promise<unknown>>): Promise<unknown> {
  const request = { requestId: `order-${n}`, order: needed(orders[n]) }
  const issued = () => issuer.issue.issue(request).catch((problem: unknown) => problem)
  const refused = async () => {
    const mend = await spoil()
    const problem = await issued()
    await mend()
    return problem
  }
  let problem = await refused()
  // The look at what is ready, every two seconds, may have come upon it first.
  while (problem instanceof CallError && problem.code === 'service-not-ready') {
    await expect.poll(house.service.missing, { timeout: 20_000 }).toEqual([])
    problem = await refused()
  }
  await expect.poll(issued, { timeout: 20_000 }).toMatchObject({ licence: { state: 'STATE_VALID' } })
  return problem
}

/** Changes a file until it is put right. */
async function change(file: string, to: (good: string) => string): Promise<() => Promise<void>> {
  const good = await readFile(file)
  await writeFile(file, to(good.toString('latin1')), 'latin1')
  return () => writeFile(file, good)
}

describe('a fault of the house is not told as the caller’s:', () => {
  it('a checkpoint of garbage', async () => {
    expect(await refusal(0, () => change(checkpoint, () => 'garbage'))).toMatchObject({
      code: 'note-malformed',
      status: status.DATA_LOSS,
    })
  })

  it('a checkpoint under a wrong signature', async () => {
    const spoil = (note: string) =>
      note.replace(/(\u00e2\u0080\u0094 \S+ .{10})./, (_, head) => `${head}${'A'}`)
    expect(await refusal(1, () => change(checkpoint, spoil))).toMatchObject({
      code: 'note-signature-wrong',
      status: status.DATA_LOSS,
    })
  })
})

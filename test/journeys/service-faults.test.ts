import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { status } from '@grpc/grpc-js'
import { CallError, type VaultClient } from '@licencevault/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

const type = '食品经营许可证'
const orders = ordersOf(type, 8)
const authority = needed(orders[0]?.authority?.code)

let house: House
let issuer: VaultClient
let checkpoint: string
beforeAll(async () => {
  house = await openHouse()
  await loadCity(house.operator, [type])
  issuer = await house.clientOf('issuer', authority)
  await issuer.issue.issue({ requestId: 'warm', order: needed(orders[0]) })
  const documents = join(house.folder, 'documents')
  const path = (await readdir(documents, { recursive: true })).find((name) => name.endsWith('/checkpoint'))
  checkpoint = join(documents, needed(path))
}, 60_000)
afterAll(() => house.close())

let asked = 0

/** What an issue is answered while something is wrong, and that it is issued once it is right again. */
async function refusal(spoil: () => Promise<() => Promise<unknown>>): Promise<CallError> {
  for (const order of orders.slice(1)) {
    const request = { requestId: `order-${asked++}`, order }
    const issued = () => issuer.issue.issue(request).catch((problem: unknown) => problem)
    const mend = await spoil()
    const problem = await issued()
    await mend()
    await expect.poll(issued, { timeout: 20_000 }).toMatchObject({ licence: { state: 'STATE_VALID' } })
    // A new checkpoint may just have been written over it, or the look at what is ready have come first.
    if (problem instanceof CallError && problem.code !== 'service-not-ready') return problem
  }
  throw new RangeError('it was never refused')
}

/** Changes a file until it is put right. */
async function change(file: string, to: (good: string) => string): Promise<() => Promise<void>> {
  const good = await readFile(file)
  await writeFile(file, to(good.toString('latin1')), 'latin1')
  return () => writeFile(file, good)
}

describe('a fault of the house is not told as the caller’s:', () => {
  it('a checkpoint of garbage', async () => {
    expect(await refusal(() => change(checkpoint, () => 'garbage'))).toMatchObject({
      code: 'note-malformed',
      status: status.DATA_LOSS,
    })
  })

  it('a checkpoint under a wrong signature', async () => {
    const spoil = (note: string) =>
      note.replace(/(\u00e2\u0080\u0094 \S+ .{10})./, (all, head) => head + (all.endsWith('A') ? 'B' : 'A'))
    expect(await refusal(() => change(checkpoint, spoil))).toMatchObject({
      code: 'note-signature-wrong',
      status: status.DATA_LOSS,
    })
  })
})

it('documents that are away keep nothing from being told by identifier', async () => {
  const enquirer = await house.clientOf('enquirer')
  const { licence } = await issuer.issue.issue({ requestId: 'warm', order: needed(orders[0]) })
  const { identifier } = needed(licence)
  const documents = join(house.folder, 'documents')
  await rename(documents, `${documents}.away`)
  try {
    await expect.poll(house.service.missing, { timeout: 20_000 }).not.toEqual([])
    const { report } = await enquirer.authenticate.byIdentifier({ identifier })
    expect(report).toMatchObject({ verdict: 'valid', genuine: 'ANSWER_YES', inForce: 'ANSWER_YES' })
    const byFile = enquirer.authenticate.byFile({ file: new Uint8Array(100) })
    await expect(byFile).rejects.toMatchObject({ code: 'service-not-ready', status: status.UNAVAILABLE })
  } finally {
    await rename(`${documents}.away`, documents)
  }
  await expect.poll(house.service.missing, { timeout: 20_000 }).toEqual([])
})

it('a look that cannot be written down is not answered', async () => {
  const enquirer = await house.clientOf('enquirer')
  const { licence } = await issuer.issue.issue({ requestId: 'warm', order: needed(orders[0]) })
  const { identifier } = needed(licence)
  const other = new DatabaseSync(join(house.folder, 'vault.db'))
  other.exec('begin immediate')
  try {
    const look = enquirer.authenticate.byIdentifier({ identifier }, { timeoutMs: 1_000 })
    await expect(look).rejects.toMatchObject({ kind: 'unavailable' })
  } finally {
    other.exec('rollback')
    other.close()
  }
  const answered = () => enquirer.authenticate.byIdentifier({ identifier }).catch(({ code }) => code)
  await expect.poll(answered, { timeout: 20_000 }).toMatchObject({ report: { verdict: 'valid' } })
})

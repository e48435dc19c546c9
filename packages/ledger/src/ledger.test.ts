import { afterAll, beforeAll, expect, it } from 'vitest'
import { draft, type Office, openOffice } from '../testing/office.ts'
import { openLedger } from './index.ts'
import { readVkey, verifyReceipt } from './proof.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('what is appended stands in the log, in order, and its receipt proves it offline', async () => {
  const { ledger } = office
  const recorded = await ledger.append([draft(1), draft(2), draft(1, { kind: 'suspended' })])
  expect(recorded.map(({ index }) => index)).toEqual([0, 1, 2])
  expect(recorded[2]?.entry.previous).toBe(recorded[0]?.leafHash)
  for (const { index, entry } of recorded) {
    const receipt = await verifyReceipt(await ledger.receipt(index), [readVkey(ledger.vkey)])
    expect(receipt).toMatchObject({ index, entry, checkpoint: { origin: ledger.name, size: 3 } })
  }
  expect((await ledger.entriesOf(draft(1).subject)).map(({ entry }) => entry.kind)).toEqual([
    'issued',
    'suspended',
  ])
})

it('many callers at once each get their own', async () => {
  const { ledger } = office
  const all = await Promise.all(Array.from({ length: 600 }, (_, at) => ledger.append([draft(1000 + at)])))
  for (const [at, [one]] of all.entries()) expect(one?.entry.subject).toBe(draft(1000 + at).subject)
  expect(new Set(all.flat().map(({ index }) => index)).size).toBe(600)
  const receipt = await verifyReceipt(await ledger.receipt(300), [readVkey(ledger.vkey)])
  expect(receipt.checkpoint.size).toBe(603)
})

it('a proposal is recorded if its transaction commits, and only then', async () => {
  const { ledger, db } = office
  const tickets = await db.transaction((tx) => ledger.propose(tx, [draft(5000), draft(5001)]))
  const lost: number[] = []
  const rolledBack = db.transaction(async (tx) => {
    lost.push(...(await ledger.propose(tx, [draft(5002)])))
    throw new Error('changed its mind')
  })
  await expect(rolledBack).rejects.toThrow('changed its mind')
  const recorded = await ledger.settle(tickets)
  expect(recorded.map(({ entry }) => entry.subject)).toEqual([draft(5000).subject, draft(5001).subject])
  await expect(ledger.settle(lost)).rejects.toMatchObject({ code: 'ticket-unknown' })
  expect((await ledger.settle(tickets)).map(({ index }) => index)).toEqual(recorded.map(({ index }) => index))
})

it('it goes on where it ended', async () => {
  const { options, ledger } = office
  const before = await ledger.checkpoint()
  await ledger.close()
  const again = await openLedger(options)
  expect(await again.checkpoint()).toBe(before)
  expect(await again.ready()).toEqual({ ready: true, reasons: [] })
  const [next] = await again.append([draft(9000)])
  expect(next?.index).toBe(605)
  await again.close()
})

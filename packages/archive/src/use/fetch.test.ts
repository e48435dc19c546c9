import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filer, orderOf, send } from '../../testing/all-acts.ts'
import { approver, archivist, type Office, openOffice, reader } from '../../testing/office.ts'
import { foodItem, foodSchedule } from '../../testing/sample.ts'
import type { Caller, Filed } from '../index.ts'
import type { FetchOrder } from './fetch.ts'

let office: Office
let filed: Filed
let path: string
beforeEach(async () => {
  office = await openOffice('2020-06-01')
  const { archive } = office
  await archive.items.define(archivist, 'item', [foodItem])
  const table = { format: 'licencevault.schedule/1', title: '第一版', items: [foodSchedule] }
  await archive.schedules.propose(archivist, 'propose', table)
  await archive.schedules.approve(approver, 'approve', 1, { effectiveFrom: '2020-06-01' })
  const order = orderOf('SP01')
  filed = await archive.filing.file(filer, 'r1', order, send(order))
  const opened = await archive.filing.open(filed.caseId)
  path = opened.files[0]?.path ?? ''
  opened.close()
})
afterEach(() => office.close())

async function read(caller: Caller, order: Partial<FetchOrder> = {}): Promise<Buffer> {
  const { stream, close, size } = await office.archive.uses.fetch(caller, { caseId: filed.caseId, ...order })
  try {
    const bytes = Buffer.concat(await Array.fromAsync(stream))
    expect(bytes.length).toBe(size)
    return bytes
  } finally {
    close()
  }
}
const records = async () => (await office.archive.uses.records({ caseId: filed.caseId })).rows
const purpose = 'audit'

/** Changes bytes of the kept package, and nothing of its length. */
async function alter(from: string, to: string): Promise<void> {
  const keys = await Array.fromAsync(office.blobs.list('v1/'), ({ key }) => key)
  const key = keys.find((one) => one.includes('/case/') && one.endsWith('.zip')) ?? ''
  const zip = Buffer.from(await office.blobs.get(key))
  zip.write(to, zip.indexOf(from))
  await office.blobs.put(key, zip)
}

it('hands out one file or the package, as it was filed, and is on record', async () => {
  const sent = orderOf('SP01').files.map(({ sha256 }) => sha256)
  expect(sent).toContain(sha256(await read(archivist, { path, purpose })))
  expect(sha256(await read(archivist, { purpose, revision: 1 }))).toBe(filed.packageDigest)
  const common = { form: 'fetch', purpose, user: 'wang', application: 'records', revision: 1, file: 0 }
  expect(await records()).toMatchObject([
    { ...common, path, outcome: 'granted' },
    { ...common, path: '', outcome: 'granted' },
  ])
  expect(await office.archive.uses.commit(archivist)).toEqual({ records: 2 })
})

it('asks for person and purpose, unless the office of the case reads back its own', async () => {
  const { user: _, ...nobody } = archivist
  await expect(read(nobody, { path, purpose })).rejects.toMatchObject({ code: 'use-user-missing' })
  await expect(read(archivist, { path })).rejects.toMatchObject({ code: 'use-purpose-missing' })
  await expect(read(archivist, { path, purpose: 'fun' })).rejects.toMatchObject({
    code: 'use-purpose-missing',
  })
  const { user: _who, ...system } = filer
  await read(system, { path })
  const city: Caller = { application: filer.application, role: 'filer' }
  await read(city)
  const others: Caller[] = [
    { ...system, authority: '11339900MB9X000580' },
    { application: 'another-system', role: 'filer' },
  ]
  for (const other of others) {
    await expect(read(other, { path })).rejects.toMatchObject({ code: 'use-user-missing' })
    await expect(read({ ...other, user: 'x' }, { path })).rejects.toMatchObject({
      code: 'use-purpose-missing',
    })
  }
  await expect(read(reader, { path, purpose })).rejects.toMatchObject({ code: 'role-may-not' })
  expect((await records()).map(({ user, outcome }) => [user, outcome])).toEqual([
    ['wang', 'use-purpose-missing'],
    ['wang', 'use-purpose-missing'],
    ['filer', 'granted'],
    ['filer', 'granted'],
    ['x', 'use-purpose-missing'],
    ['x', 'use-purpose-missing'],
  ])
})

it('ends with a named error where the bytes are not those that were filed', async () => {
  const altered = expect.objectContaining({ code: 'file-altered' })
  const taken = async (order: Partial<FetchOrder>) => read(archivist, { purpose, ...order })
  const original = (await taken({ path })).toString('utf8')
  await alter(original, 'X')
  await expect(taken({ path })).rejects.toEqual(altered)
  await expect(taken({})).rejects.toEqual(altered)
  // A manifest that was altered with it does not help.
  const bytes = Buffer.from(original)
  bytes.write('X')
  await alter(`${sha256(Buffer.from(original))}  data/`, `${sha256(bytes)}  data/`)
  await expect(taken({ path })).rejects.toEqual(altered)
})

it('is on record too where there is no such file, revision or case', async () => {
  const taken = (order: Partial<FetchOrder>) => read(archivist, { purpose, ...order })
  await expect(taken({ path: '../../etc/passwd' })).rejects.toMatchObject({ code: 'package-file-missing' })
  await expect(taken({ revision: 9 })).rejects.toMatchObject({ code: 'case-unknown' })
  await expect(taken({ caseId: '../x\u0000' })).rejects.toMatchObject({ code: 'case-unknown' })
  const all = (await office.archive.uses.records({})).rows
  expect(all.map(({ path: asked, outcome }) => [asked, outcome])).toEqual([
    ['../../etc/passwd', 'package-file-missing'],
    ['', 'case-unknown'],
    ['', 'case-unknown'],
  ])
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

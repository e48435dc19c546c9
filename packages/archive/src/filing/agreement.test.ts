import { tablesOf } from '@licencevault/stores'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileOne, openFoodOffice } from '../../testing/file-one.ts'
import type { Office } from '../../testing/office.ts'
import { receiptPath } from '../package/bag.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Filed } from './keep-case.ts'

let office: Office
let filed: Filed
beforeEach(async () => {
  office = await openFoodOffice()
  filed = await fileOne(office.archive, {}, { caseNumber: 'SP-1' })
})
afterEach(() => office.close())

async function problems(revision?: number, { caseId } = filed) {
  const opened = await office.archive.filing.open(caseId, revision)
  try {
    return (await opened.disagreements()).map(({ path, problem }) => `${path} ${problem}`.trim())
  } finally {
    opened.close()
  }
}

async function keyOf({ caseId } = filed): Promise<string> {
  const keys = await Array.fromAsync(office.blobs.list('v1/'), ({ key }) => key)
  return keys.find((key) => key.includes(caseId)) ?? ''
}

/** Writes over the package, as somebody with the store's own key might. */
async function damage(change: (zip: Buffer) => Uint8Array): Promise<void> {
  const key = await keyOf()
  await office.blobs.put(key, change(Buffer.from(await office.blobs.get(key))))
}

describe('package, register and ledger', () => {
  it('agree on each revision', async () => {
    const corrected = { caseNumber: 'SP-1', title: '更正' }
    expect((await fileOne(office.archive, {}, corrected, '题名误写')).revision).toBe(2)
    expect(await problems(1)).toEqual([])
    expect(await problems(2)).toEqual([])
    expect(await problems()).toEqual([])
  })

  it('disagree on a receipt of which a few bytes are others', async () => {
    await damage((zip) => {
      const at = zip.indexOf(receiptPath) + receiptPath.length
      return zip.fill(0x58, at, at + 60)
    })
    expect(await problems()).toEqual([
      `${receiptPath} receipt-wrong`,
      'differs-from-register',
      'differs-from-ledger',
    ])
  })

  it('disagree on the receipt of another case', async () => {
    const other = await fileOne(office.archive)
    const receiptIn = (zip: Buffer) => {
      const start = zip.indexOf(receiptPath) + receiptPath.length
      return [start, zip.indexOf('PK\u0003\u0004', start, 'latin1')] as const
    }
    const stranger = Buffer.from(await office.blobs.get(await keyOf(other)))
    await damage((zip) => {
      const [from, to] = receiptIn(zip)
      const [otherFrom, otherTo] = receiptIn(stranger)
      stranger.copy(zip, from, otherFrom, Math.min(otherTo, otherFrom + to - from))
      return zip
    })
    expect(await problems()).toContain(`${receiptPath} receipt-wrong`)
  })

  it('disagree on one byte of a payload, of the metadata, and between files', async () => {
    await damage((zip) => {
      zip.write('假', zip.indexOf('受理通知书\n'))
      return zip
    })
    expect(await problems()).toEqual([
      'data/过程文件/002-受理通知书.txt sha256-differs',
      'data/过程文件/002-受理通知书.txt sm3-differs',
      'differs-from-register',
      'differs-from-ledger',
    ])
  })

  it('disagree on a byte that is in no file: the time of one', async () => {
    await damage((zip) => {
      const at = zip.indexOf('PK\u0003\u0004', 0, 'latin1')
      zip[at + 10] = (zip[at + 10] ?? 0) ^ 0x40
      return zip
    })
    expect(await problems()).toEqual(['differs-from-register', 'differs-from-ledger'])
  })

  it('disagree when the register was written over', async () => {
    const rows = tablesOf<ArchiveTables>(office.db.query)
    await rows
      .updateTable('archive_case')
      .set({ package_digest: '0'.repeat(64) })
      .execute()
    expect(await problems()).toEqual(['differs-from-register'])
  })

  it('disagree on a package of another revision under the key of this one', async () => {
    await fileOne(office.archive, {}, { caseNumber: 'SP-1', title: '更正' }, '题名误写')
    const keys = await Array.fromAsync(office.blobs.list('v1/'), ({ key }) => key)
    const [first = '', second = ''] = keys.filter((key) => key.includes(filed.caseId)).sort()
    const [one, two] = [await office.blobs.get(first), await office.blobs.get(second)]
    await office.blobs.put(first, two)
    await office.blobs.put(second, one)
    for (const revision of [1, 2])
      expect(await problems(revision)).toEqual([
        'tagmanifest-sha256.txt commitment-differs',
        `${receiptPath} receipt-wrong`,
        'differs-from-register',
        'differs-from-ledger',
      ])
  })
})

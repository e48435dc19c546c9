import { readdirSync, readlinkSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { status } from '@grpc/grpc-js'
import { fileOf } from '@licencevault/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, loadCity, needed, openHouse, ordersOf } from './service.ts'

let house: House
let identifier: string
beforeAll(async () => {
  house = await openHouse()
  await loadCity(house.operator, ['食品经营许可证'])
  const [order] = ordersOf('食品经营许可证', 1)
  const { licence } = await house.operator.issue.issue({ requestId: 'one', order: needed(order) })
  identifier = needed(licence).identifier
}, 60_000)
afterAll(() => house.close())

/** Files of licences that this process, the service's, holds open. */
function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${name}`)
      return path.startsWith(join(house.folder, 'documents')) && path.includes(identifier) ? [path] : []
    } catch {
      return []
    }
  })
}

const auditedFetches = () => {
  const database = new DatabaseSync(join(house.folder, 'vault.db'), { readOnly: true })
  try {
    const [row] = database
      .prepare("select count(*) as n from ledger_read where json_extract(read, '$.act') = 'fetched'")
      .all()
    return Number(row?.n)
  } finally {
    database.close()
  }
}

describe('a fetch', () => {
  it('that is left early leaves no file open', async () => {
    for (let n = 0; n < 60; n++) {
      const leaving = new AbortController()
      const reading = fileOf(house.operator.issue.fetch({ identifier }, { signal: leaving.signal }))
      await sleep(n % 4)
      leaving.abort()
      await reading.catch(() => {})
    }
    await expect.poll(openFiles).toEqual([])
  })

  it('that cannot be written down is refused, and opens nothing', async () => {
    const other = new DatabaseSync(join(house.folder, 'vault.db'))
    other.exec('begin immediate')
    try {
      const fetches = Array.from({ length: 10 }, () =>
        fileOf(house.operator.issue.fetch({ identifier }, { timeoutMs: 500 })),
      )
      const all = await Promise.allSettled(fetches)
      expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['rejected']))
      expect(openFiles()).toEqual([])
    } finally {
      other.exec('rollback')
      other.close()
    }
    expect((await fileOf(house.operator.issue.fetch({ identifier }))).length).toBeGreaterThan(1_000)
  })

  it('is written down before the file is opened', async () => {
    const documents = join(house.folder, 'documents/v1')
    const path = readdirSync(documents, { recursive: true }).find((name) => String(name).includes(identifier))
    const file = join(documents, String(needed(path)))
    const before = auditedFetches()
    await rename(file, `${file}.aside`)
    try {
      await expect(fileOf(house.operator.issue.fetch({ identifier }))).rejects.toMatchObject({
        code: 'blob-missing',
        status: status.DATA_LOSS,
      })
    } finally {
      await rename(`${file}.aside`, file)
    }
    await expect.poll(auditedFetches).toBe(before + 1)
  })
})

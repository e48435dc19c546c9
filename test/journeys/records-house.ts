import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { VaultClient } from '@licencevault/api'
import { VaultError } from '@licencevault/errors'
import type { Blobs, Db } from '@licencevault/stores'
import { expect } from 'vitest'
import { type Stores, standingIn } from './record-stores.ts'
import { cityItems, defineItems, scheduleFor, today } from './records.ts'
import { type House, needed, openHouse } from './service.ts'

/** A records room in which one item has its table, with a client of each role and a look behind its door. */
export interface RecordsHouse extends House {
  readonly archivist: VaultClient['archive']
  readonly approver: VaultClient['archive']
  readonly filer: VaultClient['archive']
  readonly reader: VaultClient['archive']
  /** What lies in the spool. */
  spool(): string[]
  /** What the service said no with; fails where it said yes, or changed anything but the list of exceptions. */
  refusalOf(work: () => Promise<unknown>, how?: Leaving): Promise<VaultError>
}

interface Leaving {
  /** Documents, whose keys are their digests, may be kept before something is decided; not unless told. */
  readonly documents?: 'may-stay'
  /** Whether the refusal is on record among the uses, in one line; not unless told. */
  readonly use?: 'on-record'
}

export const foodItem = needed(cityItems[0])
export const foodOffice = foodItem.authority.code

export async function openRecordsHouse(
  stores: Stores,
  more: Readonly<Record<string, unknown>> = {},
): Promise<RecordsHouse> {
  const quiet = { 'page.address': '', 'jobs.archiveSeconds': 86_400, 'jobs.auditSeconds': 86_400 }
  const house = await openHouse({ ...stores.settings, ...quiet, ...more })
  const beside = await stores.openBeside(house.folder)
  const archivist = (await house.clientOf('archivist', undefined, 'records')).archive
  const approver = (await house.clientOf('approver', undefined, 'records')).archive
  await defineItems(archivist, [foodItem])
  const scheduleJson = JSON.stringify(scheduleFor([foodItem]))
  const { number } = await archivist.proposeSchedule({ user: 'wang', scheduleJson })
  await approver.approveSchedule({ user: 'li', number, effectiveFrom: today })
  return {
    ...house,
    archivist,
    approver,
    filer: (await house.clientOf('filer', foodOffice, 'approval-system')).archive,
    reader: (await house.clientOf('reader', foodOffice, 'portal')).archive,
    spool: () => readdirSync(join(house.folder, 'spool')),
    refusalOf: (work, how = {}) => refusalOf(work, beside, how),
    async close() {
      await beside.db.close()
      await house.close()
    },
  }
}

async function refusalOf(
  work: () => Promise<unknown>,
  beside: { readonly db: Db; readonly blobs: Blobs },
  { documents, use }: Leaving,
) {
  const standing = async () => {
    const { rows, keys } = await standingIn(beside)
    return { rows, keys: documents ? keys.filter((key) => !key.startsWith('v1/cas/')) : keys }
  }
  const before = await standing()
  const problem = await work().then(
    () => 'accepted',
    (thrown: unknown) => thrown,
  )
  const { archive_use: uses = 0 } = before.rows
  const rows = use ? { ...before.rows, archive_use: uses + 1 } : before.rows
  expect(await standing()).toEqual({ ...before, rows })
  if (!(problem instanceof VaultError)) throw new Error(`no refusal: ${String(problem)}`)
  expectWords(problem)
  return problem
}

/** Sentence and remedy, whole, in both languages, and nothing in them that rearranges the line they stand in. */
export function expectWords({ code, sentence, remedy }: Pick<VaultError, 'code' | 'sentence' | 'remedy'>) {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
  for (const { en, zh } of [sentence, remedy]) {
    expect(en).toMatch(/[A-Za-z].*[.:]/)
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/)
    for (const text of [en, zh]) {
      expect(text).not.toMatch(/\{\w+\}|undefined|[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u)
    }
  }
}

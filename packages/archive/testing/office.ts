import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import { type Ledger, openLedger } from '@licencevault/ledger'
import { type Blobs, type Db, tablesOf } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import {
  type Archive,
  type ArchiveOptions,
  type ArchiveTables,
  type Caller,
  type FiledCase,
  type FilingOptions,
  openArchive,
  registerCase,
} from '../src/index.ts'
import { foodItem } from './sample.ts'

/** A records room in a folder of its own, with everything real. */
export interface Office {
  readonly db: Db
  readonly blobs: Blobs
  readonly ledger: Ledger
  readonly archive: Archive
  /** Where received files lie until they are kept. */
  readonly spool: string
  /** The same room opened once more, filing otherwise. */
  openWith(filing: Omit<FilingOptions, 'spool'>, blobs?: Blobs): Promise<Archive>
  /** Ledger and ports over another database, with the same documents. */
  over(db: Db): Promise<ArchiveOptions>
  /** Moves the clock to noon of a day. */
  setDay(day: string): void
  close(): Promise<void>
}

export const archivist: Caller = { application: 'records', role: 'archivist', user: 'wang' }
export const approver: Caller = { application: 'records', role: 'approver', user: 'li' }
export const reader: Caller = {
  application: 'portal',
  role: 'reader',
  user: 'zhao',
  authority: '11339900MB9X00015J',
}
const AUTHORITY = '11339900MB9X00015J'

const signer = nativeSigner(await (await generateKey('Ed25519')).exportPkcs8())

export async function openOffice(
  day = '2020-06-01',
  given?: Db,
  changed: Pick<ArchiveOptions, 'validityOf' | 'certify'> = {},
): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-archive-'))
  const db = given ?? (await openSqlite(join(folder, 'vault.db')))
  const blobs = await openFolder(join(folder, 'blobs'))
  let now = day
  const clock = () => new Date(`${now}T04:00:00Z`)
  const ledgerOver = (other: Db) =>
    openLedger({ db: other, blobs, signer, name: 'licence.yunting.example/ledger', clock })
  const ledger = await ledgerOver(db)
  const spool = join(folder, 'spool')
  await mkdir(spool)
  const openWith = (filing: Omit<FilingOptions, 'spool'>, other = blobs) =>
    openArchive({
      db,
      blobs: other,
      ledger,
      clock,
      authority: AUTHORITY,
      filing: { ...filing, spool },
      ...changed,
    })
  const over = async (other: Db): Promise<ArchiveOptions> => ({
    ...{ db: other, blobs, ledger: await ledgerOver(other), clock },
    ...{ authority: AUTHORITY, filing: { spool }, ...changed },
  })
  const archive = await openWith({})
  const setDay = (next: string) => {
    now = next
  }
  const close = async () => {
    await ledger.close()
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, blobs, ledger, archive, spool, openWith, over, setDay, close }
}

let serial = 0

/** A finished case of the food item, as filing would hand it over. */
export function filedCase(changed: Partial<FiledCase> = {}): FiledCase {
  const number = String(++serial).padStart(6, '0')
  const file = (at: number, material: string) => ({
    number: at,
    material,
    path: `files/${at}.pdf`,
    title: material,
    size: 1000 + at,
    sha256: digestOf(`${number}/${at}`),
    format: 'application/pdf',
  })
  return {
    case_id: digestOf(number).slice(0, 32),
    fonds: 'J012',
    item: foodItem.code,
    item_version: 1,
    office: foodItem.authority.code,
    case_number: `SP${number}`,
    archival_number: `J012-XK·2018-D10-${number}`,
    title: `食品经营许可（新办） ${number}`,
    outcome: 'granted',
    situations: [],
    accepted_on: '2018-04-20',
    closed_on: '2018-05-03',
    filed_on: '2020-06-01',
    schedule: 1,
    licences: [],
    events: {},
    files: [file(1, 'A01'), file(2, 'P01')],
    package_digest: digestOf(`package ${number}`),
    package_size: 20_000,
    ...changed,
  }
}

export const fileWith = (material: string, number = 3) => ({
  number,
  material,
  path: `files/${number}.pdf`,
  title: material,
  size: 5000,
  sha256: digestOf(`${material}${number}`),
  format: 'application/pdf',
})

export async function register({ db }: Pick<Office, 'db'>, filed: FiledCase): Promise<string> {
  await db.transaction((tx) => registerCase(tablesOf<ArchiveTables>(tx), filed))
  return filed.case_id
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

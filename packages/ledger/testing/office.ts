import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey } from '@licencevault/keys/software'
import type { Blobs, Db } from '@licencevault/stores'
import { openFolder } from '@licencevault/stores/folder'
import { openSqlite } from '@licencevault/stores/sqlite'
import { type Draft, type Ledger, type LedgerOptions, openLedger } from '../src/index.ts'

/** A ledger in a folder of its own, with everything real and nothing shared. */
export interface Office {
  readonly folder: string
  readonly db: Db
  readonly blobs: Blobs
  readonly options: LedgerOptions
  readonly ledger: Ledger
  close(): Promise<void>
}

export const NAME = 'licence.yunting.example/ledger'
export const signer = nativeSigner(await (await generateKey('Ed25519')).exportPkcs8())

export async function openOffice(changed: Partial<LedgerOptions> = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'licencevault-ledger-'))
  const db = changed.db ?? (await openSqlite(join(folder, 'vault.db')))
  const blobs = changed.blobs ?? (await openFolder(join(folder, 'blobs')))
  const options = { signer, name: NAME, clock: () => new Date(), ...changed, db, blobs }
  const ledger = await openLedger(options)
  const close = async () => {
    await ledger.close()
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { folder, db, blobs, options, ledger, close }
}

/** A draft about licence number so much. */
export function draft(serial: number, changed: Partial<Draft> = {}): Draft {
  return {
    kind: 'issued',
    subject: `1.2.156.3005.2.11339900MB9X00023D009.11339900MB9X00023D.${String(serial).padStart(8, '0')}.001.A`,
    effectiveFrom: '2026-11-25',
    authority: '11339900MB9X00023D',
    type: '11339900MB9X00023D009@1',
    digests: { statement: serial.toString(16).padStart(64, '0') },
    actor: { application: 'market-approvals', role: 'issuer' },
    ...changed,
  }
}

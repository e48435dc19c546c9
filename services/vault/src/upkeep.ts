import {
  isArchiveWhole,
  type RebuildOptions,
  type RebuiltArchive,
  rebuildArchive,
} from '@licencevault/archive'
import { VaultError } from '@licencevault/errors'
import type { FsckReport } from '@licencevault/ledger'
import { openVault, type Rebuilt, rebuildVault, type VaultOptions } from '@licencevault/vault'
import { openKeys } from './keys.ts'
import { openCore, validityIn } from './office.ts'
import type { Settings } from './settings.ts'

/** What was rebuilt, and what became of licences that have a file and no entry of it yet. */
export interface Upkeep extends Rebuilt {
  readonly finished: readonly string[]
  readonly failed: readonly { readonly identifier: string; readonly code: string }[]
  readonly archive: RebuiltArchive
}

/**
 * Brings an empty database up to the documents: the rows of ledger, vault and archive. Cut short, it goes on when
 * it is called again. No service may run on this database meanwhile.
 *
 * @throws VaultError `vault-not-empty`, `archive-not-empty`, `rebuild-stopped`, and what keys and stores throw
 */
export async function rebuildDatabase(settings: Settings): Promise<Upkeep> {
  const { options, close } = await openCore(settings, await openKeys(settings))
  try {
    const records = recordsIn(settings, options)
    const rebuilt = await rebuildRows(options, records)
    const vault = await openVault(options)
    const { finished, failed } = await vault.recover()
    const archive = await rebuildArchive({ ...records, validityOf: validityIn(vault) })
    return { ...rebuilt, finished, failed, archive }
  } finally {
    await close()
  }
}

const recordsIn = (
  { archive: { authority, zone } }: Settings,
  { db, blobs, ledger, clock }: VaultOptions,
): RebuildOptions => ({ db, blobs, ledger, clock, authority, zone })

/** The rows of ledger and vault; an earlier call that was cut short may have left nothing to do but the archive. */
async function rebuildRows(options: VaultOptions, records: RebuildOptions): Promise<Rebuilt> {
  try {
    return await rebuildVault(options)
  } catch (problem) {
    const stands = problem instanceof VaultError && problem.code === 'vault-not-empty'
    if (!stands || (await isArchiveWhole(records))) throw problem
    return { entries: 0, voided: [], lost: [] }
  }
}

/** Makes the ledger again and compares it with every row. A service may run meanwhile. */
export async function checkLedger(settings: Settings): Promise<FsckReport> {
  const { options, close } = await openCore(settings, await openKeys(settings))
  try {
    return await options.ledger.fsck()
  } finally {
    await close()
  }
}

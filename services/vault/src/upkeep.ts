import type { FsckReport } from '@licencevault/ledger'
import { openVault, type Rebuilt, rebuildVault } from '@licencevault/vault'
import { openKeys } from './keys.ts'
import { openCore } from './office.ts'
import type { Settings } from './settings.ts'

/** What was rebuilt, and what became of licences that have a file and no entry of it yet. */
export interface Upkeep extends Rebuilt {
  readonly finished: readonly string[]
  readonly failed: readonly { readonly identifier: string; readonly code: string }[]
}

/**
 * Brings an empty database up to the documents: the rows of ledger and vault. The archive's are not among
 * them. No service may run on this database meanwhile.
 *
 * @throws VaultError `vault-not-empty`, and what keys and stores throw
 */
export async function rebuildDatabase(settings: Settings): Promise<Upkeep> {
  const { options, close } = await openCore(settings, await openKeys(settings))
  try {
    const rebuilt = await rebuildVault(options)
    const { finished, failed } = await (await openVault(options)).recover()
    return { ...rebuilt, finished, failed }
  } finally {
    await close()
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

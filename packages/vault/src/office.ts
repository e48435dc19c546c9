import type { blobKeys } from '@licencevault/stores'
import type { Personal } from './personal.ts'
import type { VaultOptions } from './vault.ts'

/** What every room works with: the ports handed in, and what was made of them once. */
export interface Office extends VaultOptions {
  readonly keys: ReturnType<typeof blobKeys>
  readonly personal: Personal
  /** Was this database rebuilt from the documents? Then it knows older requests by their digests alone. */
  readonly rebuilt: boolean
}

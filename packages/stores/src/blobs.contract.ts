import { endContract } from './blobs-end.contract.ts'
import { keysContract } from './blobs-keys.contract.ts'
import type { OpenBlobs } from './blobs-place.contract.ts'
import { type Deviations, putContract } from './blobs-put.contract.ts'

/**
 * What every adapter of `Blobs` must do, against the real store.
 *
 * @param opened answers how to open it, once the tests run
 */
export function blobsContract(adapter: string, opened: () => OpenBlobs, known: Deviations = {}): void {
  putContract(adapter, opened, known)
  endContract(adapter, opened)
  keysContract(adapter, opened)
}

import { limits } from './limits.ts'

/**
 * What one call may still cost. A message may name 32 signers and a file hold 64 messages, each with a
 * crowd of certificates whose signatures take a millisecond and more to be found wrong.
 */
export interface Work {
  /** Signatures that may still be checked. */
  signatures: number
  /** Names that may still be compared with name constraints. */
  comparisons: number
  /** Certificates about which somebody may still be asked. */
  fetches: number
}

export const newWork = (): Work => ({
  signatures: limits.callSignatures,
  comparisons: limits.nameComparisons,
  fetches: limits.callFetches,
})

import type { AnnouncedFile } from '../filing/case-order.ts'
import type { FormatName, Identified } from '../formats/formats.ts'
import type { CaseRecord } from '../metadata/record.ts'

/** What was found out about one received file. */
export interface InspectedFile {
  /** The name it was sent by. */
  readonly sentAs: string
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  readonly identified: Identified
  /** Of each electronic signature in it: the main indication of EN 319 102-1, and what decided. */
  readonly signatures: readonly { readonly indication: string; readonly because?: string }[]
  /** What the scanner found, where it scanned. */
  readonly virus?: string
}

/** All that the check at filing looks at. Collected first, so that the check itself is pure. */
export interface FilingFacts {
  readonly record: CaseRecord
  /** The record as it was written into the package. */
  readonly written: { readonly json: Uint8Array; readonly xml: Uint8Array }
  readonly announced: readonly AnnouncedFile[]
  readonly files: readonly InspectedFile[]
  /** Materials that the schedule requires and no file is of, and files that it does not want. */
  readonly scope: { readonly missing: readonly string[]; readonly outside: readonly string[] }
  /** What the register holds already under the same archival number, or as this office's case. */
  readonly held: { readonly archivalNumber: boolean; readonly caseNumber: boolean }
  /** The item number before this one in its set; `null` for the first. */
  readonly numberBefore: number | null
  /** Paths of the package's tag files, and below `data/` of its payload. */
  readonly packagePaths: { readonly tags: readonly string[]; readonly payload: readonly string[] }
  /** Version of the scanner; absent where none is configured. */
  readonly scanner?: string
  readonly acceptedFormats: readonly FormatName[]
  /** Whether the act runs under a request of a known caller and is recorded in the ledger. */
  readonly recorded: boolean
}

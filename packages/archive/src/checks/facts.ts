import type { AnnouncedFile } from '../filing/case-order.ts'
import type { FormatName, Identified } from '../formats/formats.ts'
import type { CaseRecord } from '../metadata/record.ts'
import type { ReadBack } from './read-back.ts'

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
  /** Why its reader gave up: it is broken, past the limits, or of a kind that two readers may read differently. */
  readonly unread?: 'broken' | 'limits' | 'unusual'
  /** Of a PDF that says so in its metadata: such as `PDF/A-2b`. */
  readonly pdfa?: string
  /** What the scanner found, where it scanned. */
  readonly virus?: string
}

/** All that the check at filing looks at. Collected first, so that the check itself is pure. */
export interface FilingFacts {
  readonly record: CaseRecord
  /**
   * The tag files of the package, read again from the bytes that were written: all but the record of this very
   * check and the tag manifests over it, which can only come after.
   */
  readonly written: ReadBack
  readonly announced: readonly AnnouncedFile[]
  readonly files: readonly InspectedFile[]
  /** Materials that the schedule requires and no file is of, and files that it does not want. */
  readonly scope: { readonly missing: readonly string[]; readonly outside: readonly string[] }
  /** What the register holds already under the same archival number, or as this office's case. */
  readonly held: { readonly archivalNumber: boolean; readonly caseNumber: boolean }
  /** For a corrected case: the archival number that it was given once, by what was known of it then. */
  readonly given?: string | undefined
  /** Whether the register holds the archival numbers beside this one in its set. */
  readonly beside: { readonly before: boolean; readonly after: boolean }
  /** Version of the scanner; absent where none is configured. */
  readonly scanner?: string
  readonly acceptedFormats: readonly FormatName[]
}

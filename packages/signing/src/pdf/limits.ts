/**
 * What one PDF may cost its reader. Whoever sends a file controls every count and size in it, so
 * each is bounded; a file past a bound is refused by name, never read in part.
 */
export interface PdfLimits {
  /** Bytes of the whole file. */
  readonly fileBytes: number
  /** Cross-reference entries of all revisions together, and the highest object number. */
  readonly objects: number
  /**
   * Values in all objects read from one file: numbers, names, strings, arrays; a dictionary counts
   * as four more. What they take in memory is many times what they take in the file.
   */
  readonly values: number
  /** Arrays and dictionaries inside each other; levels of a page, field or name tree. */
  readonly depth: number
  /** Cross-reference sections, hence revisions. */
  readonly revisions: number
  /** Bytes of one stream once decoded. */
  readonly streamBytes: number
  /** Bytes that all filters put out for all streams of one file, each time one is decoded. */
  readonly decodedBytes: number
  /** Filters of one stream. */
  readonly filters: number
  readonly pages: number
  readonly fields: number
  /** Each is checked over the whole file. */
  readonly signatures: number
  readonly attachments: number
}

const MiB = 1024 * 1024

/** The limits in force unless a reader is given others. */
export const pdfLimits: PdfLimits = {
  fileBytes: 256 * MiB,
  objects: 500_000,
  values: 1_000_000,
  depth: 64,
  revisions: 256,
  streamBytes: 64 * MiB,
  decodedBytes: 256 * MiB,
  filters: 4,
  pages: 50_000,
  fields: 50_000,
  signatures: 64,
  attachments: 1_000,
}

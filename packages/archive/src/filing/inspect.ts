import type { InspectedFile } from '../checks/facts.ts'
import { identify } from '../formats/identify.ts'
import type { Scanner } from '../virus/clamd.ts'
import { inspectPdf } from './inspect-pdf.ts'
import type { SpooledFile } from './spool.ts'

/** What files are inspected with. */
export interface Inspection {
  /** Certificates, DER, under which signatures in filed documents are trusted. */
  readonly roots: readonly Uint8Array[]
  /** When signatures are judged. */
  readonly at: Date
  readonly scanner?: Scanner | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Finds out about one received file what the check at filing asks: its format by content, the state of
 * the signatures in it, and whether the scanner finds a virus.
 *
 * @throws VaultError `scanner-unavailable`, `scanner-refused`
 */
export async function inspect(file: SpooledFile, inspection: Inspection): Promise<InspectedFile> {
  const { announced, held, size, sha256 } = file
  const identified = await identify(held, announced.path)
  const pdf = identified.format === 'pdf' ? await inspectPdf(file, inspection) : undefined
  const scanned = await inspection.scanner?.scan(file.open(), inspection.signal)
  return {
    sentAs: announced.path,
    size,
    sha256,
    identified: { ...identified, encrypted: identified.encrypted || (pdf?.encrypted ?? false) },
    signatures: pdf?.signatures ?? [],
    ...(pdf?.unread && { unread: pdf.unread }),
    ...(identified.broken && { unread: 'broken' }),
    ...(pdf?.pdfa !== undefined && { pdfa: pdf.pdfa }),
    ...(scanned && !scanned.clean && { virus: scanned.virus }),
  }
}

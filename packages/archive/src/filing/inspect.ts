import { readFile } from 'node:fs/promises'
import { VaultError } from '@licencevault/errors'
import { pdfLimits, readPdf, signaturesOf, verifyPdf } from '@licencevault/signing'
import type { InspectedFile } from '../checks/facts.ts'
import { identify } from '../formats/identify.ts'
import type { Scanner } from '../virus/clamd.ts'
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
    ...(scanned && !scanned.clean && { virus: scanned.virus }),
  }
}

interface InspectedPdf {
  readonly encrypted: boolean
  readonly signatures: InspectedFile['signatures']
}

const open = (because: string) => ({ indication: 'INDETERMINATE', because })

async function inspectPdf({ held, size }: SpooledFile, { roots, at }: Inspection): Promise<InspectedPdf> {
  if (size > pdfLimits.fileBytes) return { encrypted: false, signatures: [open('pdf-over-limits')] }
  const bytes = typeof held === 'string' ? await readFile(held) : held
  try {
    const count = signaturesOf(readPdf(bytes)).length
    if (count === 0) return { encrypted: false, signatures: [] }
    const signatures =
      roots.length > 0 ? await judged(bytes, roots, at) : Array(count).fill(open('roots-missing'))
    return { encrypted: false, signatures }
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    const encrypted = problem.code === 'pdf-encrypted'
    // A PDF that our reader refuses may be signed all the same: nothing can be said about it.
    return { encrypted, signatures: encrypted ? [] : [open(problem.code)] }
  }
}

async function judged(
  bytes: Uint8Array,
  roots: readonly Uint8Array[],
  at: Date,
): Promise<InspectedFile['signatures']> {
  const report = await verifyPdf(bytes, { roots, at, signatures: 'several' })
  return report.signatures.map(({ indication, subIndication }) => ({
    indication,
    ...(subIndication && { because: subIndication }),
  }))
}

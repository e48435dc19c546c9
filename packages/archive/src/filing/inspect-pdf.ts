import { readFile } from 'node:fs/promises'
import { VaultError } from '@licencevault/errors'
import { type Pdf, type PdfDict, pdfLimits, readPdf, signaturesOf, verifyPdf } from '@licencevault/signing'
import type { InspectedFile } from '../checks/facts.ts'
import { saysEncrypted } from '../formats/pdf-trailer.ts'
import type { SpooledFile } from './spool.ts'

/** What was found out about a PDF. */
type InspectedPdf = Pick<InspectedFile, 'signatures' | 'unread' | 'pdfa'> & {
  /** Or that nobody can tell whether it is. */
  readonly encrypted: boolean
}

/** Under which certificates its signatures are trusted, and when. */
interface PdfTrust {
  /** DER */
  readonly roots: readonly Uint8Array[]
  readonly at: Date
}

const open = (because: string) => ({ indication: 'INDETERMINATE', because })

/** Reads a PDF, its signatures, and whether it says that it is PDF/A; says why where it cannot. */
export async function inspectPdf(
  file: Pick<SpooledFile, 'held' | 'size'>,
  trust: PdfTrust,
  limit = pdfLimits.fileBytes,
): Promise<InspectedPdf> {
  const { held, size } = file
  if (size > limit) return unread(file, 'pdf-too-large', 'limits')
  const bytes = typeof held === 'string' ? await readFile(held) : held
  try {
    const pdf = readPdf(bytes)
    const count = signaturesOf(pdf).length
    return { encrypted: false, signatures: await judged(bytes, count, trust), ...pdfaOf(pdf) }
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    if (problem.code === 'pdf-encrypted') return { encrypted: true, signatures: [] }
    return unread(file, problem.code, whyUnread(problem))
  }
}

/** A PDF that our reader refuses may be signed or encrypted all the same. */
async function unread(
  { held, size }: Pick<SpooledFile, 'held' | 'size'>,
  code: string,
  why: 'broken' | 'limits' | 'unusual',
): Promise<InspectedPdf> {
  const says = await saysEncrypted(held, size)
  const encrypted = says ?? why !== 'broken'
  return { encrypted, signatures: [open(code)], unread: why }
}

/** What other readers open, and ours refuses because two of them may see two documents. */
const unusual: ReadonlySet<string> = new Set([
  'pdf-hybrid',
  'pdf-filter-unsupported',
  'pdf-duplicate-object',
  'pdf-duplicate-key',
])

function whyUnread({ kind, code }: VaultError): 'broken' | 'limits' | 'unusual' {
  if (kind === 'exhausted') return 'limits'
  return unusual.has(code) ? 'unusual' : 'broken'
}

async function judged(
  bytes: Uint8Array,
  count: number,
  { roots, at }: PdfTrust,
): Promise<InspectedFile['signatures']> {
  if (count === 0) return []
  if (roots.length === 0) return Array(count).fill(open('roots-missing'))
  const report = await verifyPdf(bytes, { roots, at, signatures: 'several' })
  return report.signatures.map(({ indication, subIndication }) => ({
    indication,
    ...(subIndication && { because: subIndication }),
  }))
}

/** What the document says of itself (ISO 19005, in its XMP); whether it holds to it is not looked at. */
function pdfaOf(pdf: Pdf): { readonly pdfa?: string } {
  const xmp = xmpOf(pdf, pdf.catalog)
  const [part, conformance = ''] = ['part', 'conformance'].map(
    (name) => new RegExp(`pdfaid:${name}(?:\\s*=\\s*["']|>)\\s*([1-4A-Za-z])`).exec(xmp)?.[1],
  )
  return part === undefined ? {} : { pdfa: `PDF/A-${part}${conformance.toLowerCase()}` }
}

function xmpOf(pdf: Pdf, catalog: PdfDict): string {
  try {
    const metadata = pdf.resolve(catalog.map.get('Metadata'))
    if (metadata === null || typeof metadata !== 'object' || metadata.kind !== 'stream') return ''
    return Buffer.from(pdf.decode(metadata)).toString('utf8')
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    return ''
  }
}

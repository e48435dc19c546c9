import { judgeKnownEnvelope } from '#known-signers'
import { verifyMessage } from '../cms/verify.ts'
import { conclude } from '../conclude.ts'
import { requireTrust } from '../path.ts'
import { attachmentsOf } from '../pdf/attachments.ts'
import { printable } from '../pdf/characters.ts'
import { type Pdf, readPdf } from '../pdf/reader.ts'
import { type PdfSignature, signaturesOf } from '../pdf/signatures.ts'
import { reasons } from '../reasons.ts'
import type { Check } from '../report.ts'
import { newWork, type Work } from '../work.ts'
import { ChangeFinder, listed } from './changes.ts'
import { judgeEnvelope } from './envelope.ts'
import { bad, good, orUnreadable, unreadable } from './finding.ts'
import { isTimestamp } from './forensics/fields.ts'
import {
  type After,
  judgeAfter,
  judgeByteRange,
  judgeCertification,
  judgeEncoding,
  signedParts,
} from './placement.ts'
import { type PadesCheck, padesReasons } from './reasons.ts'
import type {
  PdfReport,
  PdfReportAttachment,
  PdfSignatureReport,
  PdfTimeStamp,
  VerifyPdfOptions,
} from './report.ts'

/** What PAdES signs with (EN 319 142-1). */
const padesSubFilters: readonly string[] = ['ETSI.CAdES.detached']

/**
 * Checks the seals of a PDF offline and says everything that was found: whether the file can be read
 * in one way only, what each seal covers, what came after it, and whose it is.
 *
 * Whatever the bytes are, the answer is a report.
 *
 * @throws VaultError for wrong calls, as `verifyCms` does
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyPdfOptions): Promise<PdfReport> {
  requireTrust(options)
  const read = readSealed(bytes)
  if ('outcome' in read) return reportOf([read], [], { timeStamps: [], attachments: [], revisions: 0 })
  const { pdf } = read
  const stamps = read.found.filter(({ dict }) => isTimestamp(pdf, dict))
  const found = read.found.filter((signature) => !stamps.includes(signature))
  const signatures: PdfSignatureReport[] = []
  const context = { pdf, all: found, options, work: newWork(), changes: new ChangeFinder(pdf) }
  for (const signature of found) signatures.push(await judgeSignature(signature, context))
  const attached = readAttachments(pdf, signatures)
  const checks = [judgeStructure(pdf, found, context.changes), judgePresence(found, options), attached.check]
  return reportOf(checks, signatures, {
    timeStamps: stamps.flatMap((stamp) => timeStampIn(pdf, stamp)),
    attachments: attached.attachments,
    revisions: pdf.revisions.length,
  })
}

function timeStampIn(pdf: Pdf, stamp: PdfSignature): PdfTimeStamp[] {
  const token = judgeEncoding(pdf, stamp)
  const placed = judgeByteRange(pdf, stamp).outcome === 'passed'
  if (!placed || !(token instanceof Uint8Array)) return []
  return [{ field: stamp.field, token, content: signedParts(pdf.bytes, stamp) }]
}

function readSealed(bytes: Uint8Array): { pdf: Pdf; found: PdfSignature[] } | Check {
  try {
    const pdf = readPdf(bytes)
    pdf.readAll()
    return { pdf, found: signaturesOf(pdf) }
  } catch (trouble) {
    return unreadable('pdf-structure', trouble)
  }
}

/** How often the file was saved, and which objects a later saving defined again. */
function judgeStructure(pdf: Pdf, found: readonly PdfSignature[], changes: ChangeFinder): Check {
  const rest = pdf.bytes.length - pdf.end
  // A sealed file that was cut reads as it was before it was sealed. Of one that still has a seal,
  // `nothing-after-seal` says what follows.
  if (rest > 0 && found.length === 0)
    return bad('pdf-structure', 'bytes-after-end', { at: pdf.end, bytes: rest })
  const { redefined = [] } = (pdf.revisions.length > 1 && changes.since(1)) || {}
  return good('pdf-structure', {
    version: pdf.version,
    bytes: pdf.bytes.length,
    revisions: pdf.revisions.length,
    ...(redefined.length > 0 && { redefined: redefined.slice(0, listed).map(String) }),
  })
}

function judgePresence(found: readonly PdfSignature[], { signatures }: VerifyPdfOptions): Check {
  const fields = found.map(({ field }) => field)
  if (fields.length === 0) return bad('signature-present', 'signature-none')
  if (fields.length > 1 && signatures !== 'several')
    return bad('signature-present', 'signatures-several', { count: fields.length, fields })
  return good('signature-present', { count: fields.length, field: fields.join(', ') })
}

/** What the checks of all signatures of a file share. */
interface Context {
  readonly pdf: Pdf
  readonly all: readonly PdfSignature[]
  readonly options: VerifyPdfOptions
  readonly work: Work
  readonly changes: ChangeFinder
}

/** Makes every check that can be made, whatever another one found. */
async function judgeSignature(
  signature: PdfSignature,
  { pdf, all, options, work, changes }: Context,
): Promise<PdfSignatureReport> {
  const range = judgeByteRange(pdf, signature)
  const message = judgeEncoding(pdf, signature)
  const encoding = message instanceof Uint8Array ? good('signature-encoding') : message
  const placed = range.outcome === 'passed' || range.reason === 'byte-range-short'
  const checks = [judgeFormat(signature, options), range, encoding]
  const cms =
    placed && message instanceof Uint8Array
      ? await verifyMessage(
          message,
          { ...cmsOptions(options), content: signedParts(pdf.bytes, signature) },
          work,
        )
      : undefined
  if (cms && message instanceof Uint8Array)
    checks.push(
      ...cms.checks,
      judgeSigners(cms.signers.length),
      judgeKnownEnvelope(cms, () => judgeEnvelope(message, cms.signer?.certificate)),
    )
  else checks.push(notChecked('signer-one'), notChecked('signature-envelope'))
  const after = placed ? changesAfter(pdf, signature, changes) : undefined
  checks.push(
    after?.check ?? notChecked('nothing-after-seal'),
    orUnreadable('certification', () => judgeCertification(pdf, all, signature, options.certification)),
  )
  const { field, time, name, reason, location, permission } = signature
  const covered = range.outcome === 'passed' ? Number(range.evidence.covered) : undefined
  return {
    ...conclude(checks, padesReasons, reasons),
    ...{ field, checks, time, name, reason, location, permission, covered },
    changes: after?.changes ?? [],
    revision: signature.revision && signature.revision.index + 1,
    ...(cms?.signer && { signer: cms.signer }),
  }
}

function changesAfter(pdf: Pdf, signature: PdfSignature, finder: ChangeFinder): After {
  try {
    return judgeAfter(pdf, signature, finder)
  } catch (trouble) {
    return { check: unreadable('nothing-after-seal', trouble), changes: [] }
  }
}

const notChecked = (name: PadesCheck) => bad(name, 'not-checked', {}, 'skipped')

function cmsOptions({
  roots,
  intermediates,
  at,
  policy,
  rules,
  requireSigningCertificate,
}: VerifyPdfOptions) {
  return {
    roots,
    at,
    ...(intermediates && { intermediates }),
    ...(policy && { policy }),
    ...(rules && { rules }),
    ...(requireSigningCertificate !== undefined && { requireSigningCertificate }),
  }
}

function judgeFormat({ subFilter = 'none' }: PdfSignature, options: VerifyPdfOptions): Check {
  const allowed = (options.subFilters ?? padesSubFilters).includes(subFilter)
  return allowed
    ? good('signature-format', { subFilter })
    : bad('signature-format', 'sub-filter-not-allowed', { subFilter: printable(subFilter) })
}

/** A PDF signature has one signer (EN 319 142-1, 6.2.1). */
function judgeSigners(count: number): Check {
  return count === 1 ? good('signer-one') : bad('signer-one', 'signers-not-one', { count })
}

interface Attached {
  readonly check: Check
  readonly attachments: readonly PdfReportAttachment[]
}

/** Attachments as the last seal covers them: whatever came after it was attached by anyone. */
function readAttachments(pdf: Pdf, signatures: readonly PdfSignatureReport[]): Attached {
  const covered = Math.max(...signatures.map((signature) => signature.covered ?? 0), 0)
  try {
    const sealed = covered > 0 && covered < pdf.latest.eof ? readPdf(pdf.bytes.subarray(0, covered)) : pdf
    const attachments = attachmentsOf(sealed).map(({ stream, ...rest }) => ({
      ...rest,
      bytes: sealed.decode(stream),
    }))
    const names = attachments.map(({ name }) => name)
    const twice = names.find((name, i) => names.indexOf(name) < i)
    const check =
      twice === undefined
        ? good('attachments', { count: names.length, names })
        : bad('attachments', 'attachment-name-twice', { name: twice })
    return { check, attachments }
  } catch (trouble) {
    return { check: unreadable('attachments', trouble), attachments: [] }
  }
}

function reportOf(
  own: readonly Check[],
  signatures: readonly PdfSignatureReport[],
  rest: Pick<PdfReport, 'timeStamps' | 'attachments' | 'revisions'>,
): PdfReport {
  const checks = [...own, ...signatures.flatMap((signature) => signature.checks)]
  const [only] = signatures
  return {
    ...conclude(checks, padesReasons, reasons),
    ...{ checks, signatures, ...rest },
    ...(signatures.length === 1 && only?.signer && { signer: only.signer }),
  }
}

import { Reader, tag } from '../asn1/reader.ts'
import { isEvenlyWritten } from '../pdf/digits.ts'
import type { Pdf } from '../pdf/reader.ts'
import type { PdfSignature } from '../pdf/signatures.ts'
import { type Problem, problemOf } from '../problems.ts'
import { type Check, type Evidence, passed } from '../report.ts'
import { type ChangeFinder, listed } from './changes.ts'
import { bad, good } from './finding.ts'
import type { PdfChange } from './forensics/change.ts'
import { judgeSteps, saidOf } from './forensics/judge.ts'
import { afterZeros, isPrepared } from './prepared.ts'
import { permittedSentence } from './reasons.ts'

/*
 * How a signature sits in its file. The ByteRange is written by whoever made the file: it is never
 * used before it is known to leave out exactly the value that stands there.
 */

/** /ByteRange must be [0 a b c] with the hexadecimal /Contents at exactly a..b, up to a revision's end. */
export function judgeByteRange(pdf: Pdf, signature: PdfSignature): Check {
  const { byteRange, contents, revision } = signature
  if (byteRange?.length !== 4) return bad('byte-range', 'byte-range-missing')
  if (isPrepared(signature)) return bad('byte-range', 'contents-not-filled')
  if (!contents) return bad('byte-range', 'contents-missing')
  const [start = -1, before = -1, after = -1, rest = -1] = byteRange
  const covered = after + rest
  const evidence = { range: byteRange.join(' '), contents: `${contents.start}–${contents.end}`, covered }
  // Positions within an object stream would be positions in other bytes.
  const exact = revision && start === 0 && before === contents.start && after === contents.end
  if (!exact || covered > pdf.bytes.length) return bad('byte-range', 'byte-range-wrong', evidence)
  if (covered !== revision.eof && covered !== revision.end)
    return bad('byte-range', 'byte-range-short', { ...evidence, end: revision.end })
  return good('byte-range', evidence)
}

/** The two byte strings that are signed, once `byte-range` has passed or was found short. */
export function signedParts(bytes: Uint8Array, { byteRange, contents }: PdfSignature): Uint8Array[] {
  const [, , after = 0, rest = 0] = byteRange ?? []
  return [bytes.subarray(0, contents?.start ?? 0), bytes.subarray(after, after + rest)]
}

/** The CMS message within /Contents, or what is wrong with how it stands there. */
export function judgeEncoding(pdf: Pdf, { contents, revision }: PdfSignature): Check | Uint8Array {
  if (!contents || !revision) return bad('signature-encoding', 'contents-missing')
  const digits = pdf.bytes.subarray(contents.start + 1, contents.end - 1)
  const length = derLength(contents.bytes)
  // These bytes are covered by nothing: every other way to write the same value would be a change that
  // nobody notices.
  if (!isEvenlyWritten(digits) || length === undefined)
    return bad('signature-encoding', 'contents-encoding-wrong')
  const stray = afterZeros(contents.bytes) - length
  if (stray > 0) return bad('signature-encoding', 'padding-not-zero', { at: length, count: stray })
  return contents.bytes.subarray(0, length)
}

/** Length of the SEQUENCE at the start, header included, if it is in definite, shortest form. */
function derLength(bytes: Uint8Array): number | undefined {
  try {
    return new Reader(bytes).expect(tag.sequence).end
  } catch {
    return undefined
  }
}

/** What came after a seal: the check, and each change with what the seal says to it. */
export interface After {
  readonly check: Check
  readonly changes: readonly PdfChange[]
}

/**
 * What came after the signed bytes: nothing, later revisions, or bytes that are no revision.
 *
 * @throws VaultError `pdf-…`
 */
export function judgeAfter(pdf: Pdf, signature: PdfSignature, finder: ChangeFinder): After {
  const { byteRange } = signature
  const at = (byteRange?.[2] ?? 0) + (byteRange?.[3] ?? 0)
  if (at === pdf.bytes.length) return { check: good('nothing-after-seal'), changes: [] }
  const first = pdf.revisions.findIndex(({ start }) => start >= at)
  const outside = { at, bytes: pdf.bytes.length - at, trailing: pdf.bytes.length - pdf.end }
  if (first < 0) return { check: bad('nothing-after-seal', 'bytes-after-seal', outside), changes: [] }
  const steps = finder.stepsSince(first)
  const changes = steps && judgeSteps(steps, signature)
  const evidence = { ...outside, ...changeEvidence(pdf, first, finder) }
  return { check: judgeChanges(evidence, changes, signature, outside.trailing), changes: changes ?? [] }
}

/** How much was changed and where, or at most how much where that is too much to be listed. */
function changeEvidence(pdf: Pdf, first: number, finder: ChangeFinder): Evidence {
  const later = pdf.revisions.slice(first)
  const revisions = later.length
  const changes = finder.since(first)
  const touched = finder.pagesSince(first)
  const pages = touched?.slice(0, listed).map(String) ?? ['…']
  const where = { pages, ...clauseOf(touched) }
  if (!changes)
    return { revisions, changed: `≤ ${later.reduce((sum, { entries }) => sum + entries.size, 0)}`, ...where }
  const { redefined, added } = changes
  return {
    revisions,
    changed: redefined.length + added.length,
    redefined: redefined.slice(0, listed).map(String),
    added: added.slice(0, listed).map(String),
    ...where,
  }
}

/** On which pages, as the end of a sentence; nothing where no page was changed or they were too many to look at. */
function clauseOf(pages: readonly number[] = []): { readonly where: string; readonly whereZh: string } {
  if (pages.length === 0) return { where: '', whereZh: '' }
  const more = pages.length > listed
  const numbers = pages.slice(0, listed)
  return {
    where: ` (${pages.length === 1 ? 'page' : 'pages'} ${numbers.join(', ')}${more ? ', …' : ''})`,
    whereZh: `（涉及第 ${numbers.join('、')}${more ? '…' : ''} 页）`,
  }
}

/** Whether the seal permits what later revisions did: all of it, or the file is another one. */
function judgeChanges(
  evidence: Evidence,
  changes: readonly PdfChange[] | undefined,
  { permission }: PdfSignature,
  trailing: number,
): Check {
  const name = 'nothing-after-seal'
  if (trailing > 0) return bad(name, 'bytes-after-seal', evidence)
  if (!changes) return bad(name, 'changes-not-judged', evidence, 'undetermined')
  const refused = changes.filter((change) => change.permission === 'refused')
  if (refused.length > 0) return bad(name, 'changed-after-seal', { ...evidence, ...saidOf(refused) })
  const open = changes.filter((change) => change.permission === 'open')
  if (open.length > 0)
    return bad(name, 'annotated-after-seal', { ...evidence, ...saidOf(open) }, 'undetermined')
  // Evidence is no change; a saving without any is one, even if it says nothing else than before.
  const idle = changes.every(({ kind }) => kind !== 'evidence')
  if (permission === 1 && idle) return bad(name, 'changed-after-seal', { ...evidence, ...saidOf([]) })
  return passed(name, permittedSentence, { ...evidence, ...saidOf(changes) })
}

/**
 * DocMDP (ISO 32000-1, 12.8.2.2): the catalogue's /Perms and the signature must name each other.
 *
 * @param all every signature of the form
 * @param demanded the most that the certification may permit; undefined where none is demanded
 */
export function judgeCertification(
  pdf: Pdf,
  all: readonly PdfSignature[],
  signature: PdfSignature,
  demanded: number | undefined,
): Check {
  const permissions = pdf.dict(pdf.catalog.map.get('Perms'))
  const named = permissions?.map.get('DocMDP')
  const byThis = named !== undefined && pdf.dict(named) === signature.dict
  const { permission } = signature
  const inconsistent = (problem: Problem) =>
    bad('certification', 'certification-inconsistent', { ...problemOf(problem), ...permitted(permission) })
  if (permission !== undefined && !byThis) return inconsistent('/Perms does not name the certifying seal')
  if (permission === undefined && byThis) return inconsistent('/Perms names a seal that does not certify')
  if (named !== undefined && !all.some(({ dict }) => dict === pdf.dict(named)))
    return inconsistent('/Perms names something that is not a signature of the form')
  if (demanded !== undefined && (permission ?? 4) > demanded)
    return bad('certification', 'certification-missing', { demanded, ...permitted(permission) })
  return good('certification', permitted(permission))
}

function permitted(permission: number | undefined): Evidence {
  return { permission: permission ?? 'none', permissionZh: permission ?? '无' }
}

import type { Words } from '@licencevault/errors'
import {
  type Certificate,
  type Check,
  type Evidence,
  type PdfReport,
  padesReasons,
  type ReasonRow,
  reasons as signingReasons,
} from '@licencevault/signing'
import type { Reason } from '../reasons.ts'
import { type CheckName, finding, ok, skipped } from '../report.ts'
import { certificateInTime } from './certificate.ts'

/** What the signing layer's checks come to in the words of this package. */
export function sealChecks(
  report: PdfReport,
  at: Date,
  imitates: Imitation,
  recordedAt: string | undefined,
): readonly Check[] {
  const structure = pdfStructure(report)
  if (structure.outcome !== 'passed')
    return [structure, ...sealNames.map((name) => skipped(name, 'pdf-structure'))]
  const present = oneSeal(report)
  if (present.reason === 'no-seal')
    return [structure, present, ...sealNames.slice(1).map((name) => skipped(name, 'one-seal'))]
  const signer = report.signatures[0]?.signer
  return [
    structure,
    present,
    nothingAfterSeal(report),
    sealIntact(report),
    signer?.certificate
      ? certificatePath(report, signer.certificate, imitates)
      : skipped('certificate-path', 'seal-intact'),
    signer?.certificate
      ? certificateInTime(signer.path, { sealedAt: report.signatures[0]?.time, recordedAt }, at)
      : skipped('certificate-in-time', 'seal-intact'),
  ]
}

/** Whose name an untrusted certificate bears: a listed authority's, and whether it is that very certificate. */
export interface Imitation {
  readonly authority: Words | undefined
  readonly listed: boolean
}

const sealNames = [
  'one-seal',
  'nothing-after-seal',
  'seal-intact',
  'certificate-path',
  'certificate-in-time',
] as const satisfies readonly CheckName[]

function pdfStructure({ checks }: PdfReport): Check {
  const trouble = troubleIn(checks, ['pdf-structure'])
  if (!trouble) return ok('pdf-structure', sentences.structure)
  const { reason = '', outcome, remedy } = trouble
  const evidence = problemOf(trouble)
  const unread = unreadReasons[reason]
  if (unread) {
    const advice = { remedy: remedy?.en ?? '', remedyZh: remedy?.zh ?? '' }
    return finding('undetermined', 'pdf-structure', unread, { ...evidence, ...advice })
  }
  const open = outcome === 'undetermined' ? 'pdf-over-limits' : 'pdf-damaged'
  return finding('failed', 'pdf-structure', reason === 'pdf-header-missing' ? 'not-a-pdf' : open, evidence)
}

/** What nobody did wrong to exhaust its reader; the signing layer knows what to do. */
const unreadReasons: Readonly<Record<string, Reason>> = {
  'pdf-encrypted': 'pdf-encrypted',
  'pdf-hybrid': 'pdf-unsupported',
  'pdf-filter-unsupported': 'pdf-unsupported',
}

/** A place for a seal that was never filled is no seal. */
function oneSeal({ checks, signatures }: PdfReport): Check {
  const count = signatures.length
  const unfilled = checks.some(({ reason }) => reason === 'contents-not-filled')
  if (count === 0 || unfilled) return finding('failed', 'one-seal', 'no-seal')
  if (count > 1) return finding('failed', 'one-seal', 'several-seals', { count })
  // An office seals what others wrote, too: a statement in a file that it was handed is not its own.
  const { revision = 1 } = signatures[0] ?? {}
  if (revision > 1 && !troubleIn(checks, placing))
    return finding('failed', 'one-seal', 'sealed-after-saving', { count: revision - 1 })
  return ok('one-seal', sentences.one, { field: signatures[0]?.field ?? '' })
}

/**
 * A licence permits no change, whatever its seal would permit: all that may come later is evidence for
 * the seal itself.
 */
function nothingAfterSeal({ checks, signatures }: PdfReport): Check {
  const name = 'nothing-after-seal'
  const trouble = troubleIn(checks, placing)
  if (trouble) return finding('failed', name, 'changed-after-seal', problemOf(trouble))
  const after = checks.find((check) => check.name === name)
  if (after?.evidence.revisions === undefined) return ok(name, sentences.nothingAfter)
  const kinds = new Set(signatures[0]?.changes.map(({ kind }) => kind))
  const evidence = kinds.delete('evidence')
  kinds.delete('metadata')
  return evidence && kinds.size === 0
    ? ok(name, sentences.evidenceAfter)
    : finding('failed', name, 'changed-after-seal', problemOf(after))
}

/** Everything about the signature that no other check has taken up, known here by name or not. */
function sealIntact({ checks }: PdfReport): Check {
  const own = checks.filter(({ name }) => !elsewhere.includes(name))
  const told = (reason: string) => own.find((check) => check.reason === reason)
  const altered = told('content-altered')
  if (altered) return finding('failed', 'seal-intact', 'bytes-changed', problemOf(altered))
  const wrong = told('signature-wrong')
  if (wrong) return finding('failed', 'seal-intact', 'signature-wrong', problemOf(wrong))
  const refused = own.find(({ outcome }) => outcome === 'failed')
  if (refused) return finding('failed', 'seal-intact', 'seal-refused', problemOf(refused))
  const open = openAlgorithm('seal-intact', own)
  if (open) return open
  const unproven = own.find(({ outcome }) => outcome === 'undetermined')
  if (unproven) return finding('failed', 'seal-intact', 'seal-refused', problemOf(unproven))
  const proven = ['message-digest', 'signature'].every((name) =>
    own.some((check) => check.name === name && check.outcome === 'passed'),
  )
  return proven ? ok('seal-intact', sentences.intact) : skipped('seal-intact', 'nothing-after-seal')
}

function certificatePath(
  { checks }: PdfReport,
  { subject }: Certificate,
  { authority, listed }: Imitation,
): Check {
  const name = 'certificate-path'
  const trouble = troubleIn(checks, pathNames)
  if (!trouble) {
    const reached = checks.some((check) => check.name === name && check.outcome === 'passed')
    return reached ? ok(name, sentences.path, { subject: subject.text }) : skipped(name, 'seal-intact')
  }
  const open = trouble.outcome === 'undetermined' && openAlgorithm(name, [trouble])
  if (open) return open
  const evidence = { ...problemOf(trouble), subject: subject.text }
  const untrusted = trouble.name === name && pathless.includes(trouble.reason ?? '')
  if (!untrusted || listed) return finding('failed', name, 'path-refused', evidence)
  return authority === undefined
    ? finding('undetermined', name, 'path-untrusted', evidence)
    : finding('failed', name, 'seal-imitated', {
        ...evidence,
        authority: authority.en,
        authorityZh: authority.zh,
      })
}

/** An algorithm that is weak or not known leaves it open whether the seal is right. */
function openAlgorithm(name: CheckName, checks: readonly Check[]): Check | undefined {
  for (const check of checks) {
    const reason = algorithmReasons[check.reason ?? '']
    if (!reason) continue
    const { algorithm = '' } = check.evidence
    return finding('undetermined', name, reason, { ...problemOf(check), algorithm })
  }
  return undefined
}

const algorithmReasons: Readonly<Record<string, Reason>> = {
  'algorithm-weak': 'algorithm-weak',
  'algorithm-unsupported': 'algorithm-unknown',
}

const pathNames = [
  'certificate-path',
  'key-usage',
  'issuer-constraints',
  'path-algorithms',
  'critical-extensions',
]
const pathless = ['no-path', 'path-work-exceeded', 'issuer-signature-wrong']
/** Where the seal stands, and that nothing stands beside it: what it does not cover itself. */
const placing = ['byte-range', 'signature-encoding', 'nothing-after-seal']
/** `certificate-validity` is judged anew by the time the seal claims, see `certificateInTime`. */
const elsewhere = [
  ...['pdf-structure', 'signature-present', 'attachments'],
  ...placing,
  ...pathNames,
  'certificate-validity',
]

function troubleIn(checks: readonly Check[], names: readonly string[]): Check | undefined {
  const own = checks.filter(
    ({ name, outcome }) => names.includes(name) && outcome !== 'passed' && outcome !== 'skipped',
  )
  return own.find(({ outcome }) => outcome === 'failed') ?? own[0]
}

/** Carries the finding of the signing layer on, with its own words and sub-indication. */
function problemOf({ reason = '', sentence }: Check): Evidence {
  const subIndication = subIndications.get(reason)
  return {
    ...(subIndication !== undefined && { subIndication }),
    signingReason: reason,
    problem: sentence.en,
    problemZh: sentence.zh,
  }
}

const subIndications = new Map(
  Object.entries<ReasonRow>({ ...padesReasons, ...signingReasons }).map(([reason, row]) => [
    reason,
    row.subIndication,
  ]),
)

const sentences = {
  structure: {
    en: 'The file is a complete PDF that can be read in only one way.',
    zh: 'PDF 结构完整、解析结果唯一。',
  },
  one: { en: 'The file bears one electronic seal.', zh: '文件上有一个电子签章。' },
  nothingAfter: {
    en: 'The seal covers the whole file, and nothing was added after it.',
    zh: '签章覆盖整个文件，其后没有追加内容。',
  },
  evidenceAfter: {
    en: 'The seal covers the whole document; only evidence for checking it was added later.',
    zh: '签章覆盖整个文档，其后仅追加了用于验证签章的证据。',
  },
  intact: {
    en: 'The content is what was sealed, and the seal was made with the key of the certificate shown.',
    zh: '受签章保护的内容与签章时一致，签章由所示印章证书的密钥作出。',
  },
  path: {
    en: 'The certificate of the seal ({subject}) was issued by a trusted CA and may sign documents.',
    zh: '印章证书（{subject}）由受信任的 CA 签发，且可用于签署文件。',
  },
}

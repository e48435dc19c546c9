import type { HashName } from '@licencevault/keys'
import { digest } from '#crypto'
import { judgeKnown, remember } from '#known-signers'
import { defaultAlgorithmPolicy } from '../algorithm-policy.ts'
import type { Certificate } from '../certificate.ts'
import { error } from '../codes.ts'
import { conclude } from '../conclude.ts'
import { finding } from '../finding.ts'
import { knownCertificate } from '../known-certificates.ts'
import { requireTrust } from '../path.ts'
import { reasons } from '../reasons.ts'
import { type Check, passed } from '../report.ts'
import { newWork, type Work } from '../work.ts'
import type { Kind, SignerContext } from './context.ts'
import { orFinding } from './judged.ts'
import { joined, readableCertificates } from './message.ts'
import type { CmsReport, CmsSigner, VerifyCmsOptions } from './report.ts'
import { sentences } from './sentences.ts'
import { judgeSigner } from './signer.ts'
import { readSignedData, type SignedData } from './structure.ts'

/**
 * Checks a CMS signature (CAdES or plain) offline and says everything that was found.
 *
 * Whatever the bytes are, the answer is a report; malformed ones are `TOTAL-FAILED` with
 * `FORMAT_FAILURE`. Certificates in the file serve only to find the signer's own, by the name the
 * signer gave, and as candidates for the path: their order and number mean nothing.
 *
 * @throws VaultError for wrong calls: `roots-missing`, `time-missing`, `content-given-twice`, and
 * those of readCertificate for roots or intermediates that cannot be read
 */
export async function verifyCms(cms: Uint8Array, options: VerifyCmsOptions): Promise<CmsReport> {
  return verifyMessage(cms, options, newWork())
}

/** As {@link verifyCms}, on what is left of the work of a greater call. */
export async function verifyMessage(
  cms: Uint8Array,
  options: VerifyCmsOptions,
  work: Work,
): Promise<CmsReport> {
  return judgeKnown(cms, options, work) ?? remember(cms, options, await judgeMessage(cms, options, work))
}

/** The general path: whatever is in the message, every check is made. */
export async function judgeMessage(
  cms: Uint8Array,
  options: VerifyCmsOptions,
  work: Work,
  kind: Kind = 'document',
): Promise<CmsReport> {
  const roots = options.roots.map(asCertificate)
  const intermediates = (options.intermediates ?? []).map(asCertificate)
  requireTrust(options)
  if (options.content && options.digest) throw error('content-given-twice')

  const data = orFinding('cms-structure', 'structure-wrong', () => readSignedData(cms))
  if ('outcome' in data) return reportOf([data], [])
  const container = judgeContainer(cms, data, options)
  const context: SignerContext = {
    kind,
    data,
    certificates: [...readableCertificates(data), ...intermediates],
    roots,
    at: options.at,
    policy: options.policy ?? defaultAlgorithmPolicy,
    rules: options.rules ?? [],
    certificatePolicies: options.certificatePolicies ?? {},
    requireSigningCertificate: options.requireSigningCertificate ?? true,
    contentDigest: digests(data, options),
    work,
  }
  const signers: CmsSigner[] = []
  for (const signer of data.signers) signers.push(await judgeSigner(signer, context))
  return { ...reportOf(container, signers), contentType: data.contentType, ...contentOf(data, signers) }
}

function judgeContainer(cms: Uint8Array, data: SignedData, options: VerifyCmsOptions): Check[] {
  const after = cms.subarray(data.end)
  const stray = options.zeroPadding ? after.findLastIndex((byte) => byte !== 0) + 1 : after.length
  const structure =
    stray > 0
      ? finding('failed', 'cms-structure', 'trailing-bytes', { count: stray })
      : passed('cms-structure', sentences.structure, { bytes: data.end })
  const signers =
    data.signers.length === 0
      ? finding('failed', 'signers', 'signers-missing')
      : passed('signers', sentences.signers, { count: data.signers.length })
  return [structure, signers, judgeContent(data, options)]
}

/** Attached and detached are never confused: content comes from one place or the check says so. */
function judgeContent(data: SignedData, options: VerifyCmsOptions): Check {
  const given = options.content !== undefined || options.digest !== undefined
  if (data.content && given) return finding('failed', 'content-present', 'content-ambiguous')
  if (data.content) return passed('content-present', sentences.attached, { attached: true })
  if (given) return passed('content-present', sentences.detached, { attached: false })
  return finding('undetermined', 'content-present', 'content-missing')
}

/** Answers the content's digest, computed once per hash, or nothing when it cannot be told. */
function digests(data: SignedData, options: VerifyCmsOptions): SignerContext['contentDigest'] {
  const given = options.digest
  const content = data.content ?? options.content
  const ambiguous = data.content !== undefined && (options.content !== undefined || given !== undefined)
  const made = new Map<HashName, Uint8Array>()
  return async (hash) => {
    if (ambiguous) return undefined
    if (given) return given.hash === hash ? given.value : { otherHash: given.hash }
    if (!content) return undefined
    const known = made.get(hash)
    if (known) return known
    const value = await digest(hash, content)
    made.set(hash, value)
    return value
  }
}

function contentOf(data: SignedData, signers: readonly CmsSigner[]): Pick<CmsReport, 'content'> {
  const proven = ['message-digest', 'signature']
  const signed = signers.every(({ checks }) =>
    proven.every((name) => checks.some((check) => check.name === name && check.outcome === 'passed')),
  )
  if (!data.content || signers.length === 0 || !signed) return {}
  return { content: joined(data.content) }
}

function reportOf(container: readonly Check[], signers: readonly CmsSigner[]): CmsReport {
  const checks = [...container, ...signers.flatMap((signer) => signer.checks)]
  const [only] = signers
  return {
    ...conclude(checks, reasons),
    checks,
    signers,
    ...(only && signers.length === 1 && { signer: only }),
  }
}

function asCertificate(given: Certificate | Uint8Array): Certificate {
  return given instanceof Uint8Array ? knownCertificate(given) : given
}

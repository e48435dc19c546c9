import type { HashName } from '@licencevault/keys'
import { digest } from '#crypto'
import { allowsHash, defaultAlgorithmPolicy } from '../algorithm-policy.ts'
import { sameBytes } from '../asn1/strict.ts'
import { hex } from '../bytes.ts'
import type { Certificate } from '../certificate.ts'
import { refusedAlgorithm } from '../cms/algorithms.ts'
import { orFinding } from '../cms/judged.ts'
import type { CmsSigner, VerifyCmsOptions } from '../cms/report.ts'
import { readSignedData } from '../cms/structure.ts'
import { judgeMessage } from '../cms/verify.ts'
import { error } from '../codes.ts'
import { type Conclusion, conclude } from '../conclude.ts'
import { namedHash } from '../crypto/scheme.ts'
import { extensionOf, extensionOids } from '../extensions.ts'
import { finding } from '../finding.ts'
import { type GeneralName, sameName } from '../general-name.ts'
import { pathExtensions } from '../path/extensions.ts'
import { problemOf } from '../problems.ts'
import { reasons } from '../reasons.ts'
import { type Check, passed } from '../report.ts'
import { newWork } from '../work.ts'
import { sentences } from './sentences.ts'
import { readInfo, type TimeStamp } from './token.ts'

/** What a time-stamp is checked against: what it is over, roots and a moment. */
export interface VerifyTimeStampOptions
  extends Pick<
    VerifyCmsOptions,
    'roots' | 'intermediates' | 'at' | 'policy' | 'certificatePolicies' | 'rules' | 'zeroPadding'
  > {
  /** What is to be time-stamped, in one or several parts; or its digest, by any hash the token may name. */
  readonly content?: Uint8Array | readonly Uint8Array[]
  readonly digest?: { readonly hash: HashName; readonly value: Uint8Array }
  /** The nonce of the request, contents octets; the token must carry the same. */
  readonly nonce?: Uint8Array
  /** Policies of the authority that are acceptable; any unless given. */
  readonly policies?: readonly string[]
}

/** What is said of a time-stamp. */
export interface TimeStampReport extends Conclusion {
  readonly checks: readonly Check[]
  /** What the token says, when it can be read; proven only when `indication` says so. */
  readonly timeStamp?: TimeStamp
  /** Who made it. */
  readonly signer?: CmsSigner
}

/**
 * Checks an RFC 3161 time-stamp token in full: signature and certificate as of any CMS message, and that
 * the certificate is for time-stamps alone, was valid when the time-stamp says it was made, and that it
 * is over this content.
 *
 * The path is judged at `at`: now, or a time by which the token is proven to have existed, such as that
 * of a later time-stamp over it. A token whose authority has ended or was revoked by then proves nothing.
 *
 * @throws VaultError for wrong calls, as verifyCms, and `content-needed`
 */
export async function verifyTimeStamp(
  token: Uint8Array,
  options: VerifyTimeStampOptions,
): Promise<TimeStampReport> {
  const { content, digest: given, nonce, policies, ...trust } = options
  if (content && given) throw error('content-given-twice')
  if (!content && !given) throw error('content-needed')
  const message = await judgeMessage(token, trust, newWork(), 'time-stamp')
  const info = orFinding('timestamp-structure', 'timestamp-wrong', () => readInfo(readSignedData(token)))
  if ('outcome' in info) return reportOf([...message.checks, info])
  const signer = message.signer
  const certificate = signer?.certificate
  const checks = [
    ...message.checks,
    judgeStructure(info, message.signers.length),
    await judgeImprint(info, options),
    ...(nonce ? [judgeNonce(info, nonce)] : []),
    ...(policies ? [judgePolicy(info, policies)] : []),
    judgeTime(info, options.at),
    ...(certificate
      ? [judgePurpose(certificate), judgeName(info, certificate), judgeDates(info, signer.path)]
      : []),
  ]
  return { ...reportOf(checks), timeStamp: info, ...(signer && { signer }) }
}

function reportOf(checks: readonly Check[]): TimeStampReport {
  return { ...conclude(checks, reasons), checks }
}

function judgeStructure({ unknown }: TimeStamp, signers: number): Check {
  const name = 'timestamp-structure'
  // RFC 3161 §2.4.2: one authority, one signature.
  if (signers !== 1)
    return finding('failed', name, 'timestamp-wrong', problemOf('{count} signers', { count: signers }))
  if (unknown.length > 0)
    return finding('failed', name, 'timestamp-extension-unknown', { extensions: unknown })
  return passed(name, sentences.structure)
}

async function judgeImprint(
  { imprint }: TimeStamp,
  { content, digest: given, policy = defaultAlgorithmPolicy, at }: VerifyTimeStampOptions,
): Promise<Check> {
  const name = 'timestamp-imprint'
  const hash = namedHash(imprint.algorithm)
  if (hash.kind !== 'known') return refusedAlgorithm(name, hash)
  if (!allowsHash(policy, hash.value, at))
    return finding('undetermined', name, 'algorithm-weak', { algorithm: hash.value })
  if (given && given.hash !== hash.value) {
    return finding('undetermined', name, 'digest-of-other-hash', { given: given.hash, needed: hash.value })
  }
  const own = given ? given.value : await digest(hash.value, content ?? [])
  const evidence = { hash: hash.value, stamped: hex(imprint.value), computed: hex(own) }
  return sameBytes(imprint.value, own)
    ? passed(name, sentences.imprint, evidence)
    : finding('failed', name, 'timestamp-imprint-wrong', evidence)
}

function judgeNonce({ nonce: found }: TimeStamp, wanted: Uint8Array): Check {
  const name = 'timestamp-nonce'
  const trimmed = (bytes: Uint8Array) => hex(bytes).replace(/^(00)+(?=..)/, '')
  return found && trimmed(found) === trimmed(wanted)
    ? passed(name, sentences.nonce)
    : finding('failed', name, 'timestamp-nonce-wrong', {
        found: found ? hex(found) : '—',
        wanted: hex(wanted),
      })
}

function judgePolicy({ policy }: TimeStamp, accepted: readonly string[]): Check {
  const name = 'timestamp-policy'
  return accepted.includes(policy)
    ? passed(name, sentences.policy, { policy })
    : finding('failed', name, 'timestamp-policy-other', { policy, accepted })
}

/** Clocks of two machines differ, and the authority says by how much its own may. */
const skewUs = 5 * 60_000_000

function judgeTime({ time, timeUs, accuracyUs = 0 }: TimeStamp, at: Date): Check {
  const name = 'timestamp-time'
  const evidence = { time: time.toISOString(), at: at.toISOString() }
  return timeUs - accuracyUs > at.getTime() * 1_000 + skewUs
    ? finding('undetermined', name, 'timestamp-from-future', evidence)
    : passed(name, sentences.time, evidence)
}

const timeStamping = '1.3.6.1.5.5.7.3.8'

/** RFC 3161 §2.3: the extended key usage is there, is critical, and is for nothing else. */
function judgePurpose({ subject, extensions }: Certificate): Check {
  const name = 'timestamp-purpose'
  const usage = extensions.extendedKeyUsage ?? []
  const critical = extensionOf(extensions, extensionOids.extendedKeyUsage)?.critical ?? false
  return critical && usage.length === 1 && usage[0] === timeStamping
    ? passed(name, sentences.purpose)
    : finding('failed', name, 'timestamp-purpose-wrong', { subject: subject.text, usage, critical })
}

/** If the authority names itself, that is one of the names of its certificate (RFC 3161 §2.4.2). */
function judgeName({ authority }: TimeStamp, certificate: Certificate): Check {
  const name = 'timestamp-authority'
  const subject = certificate.subject.text
  if (!authority) return passed(name, sentences.authority, { subject })
  const named =
    (authority.kind === 'directory' && authority.name.equals(certificate.subject)) ||
    alternativeNames(certificate).some((one) => sameName(one, authority))
  return named
    ? passed(name, sentences.authority, { subject })
    : finding('failed', name, 'timestamp-authority-other', { subject })
}

/** Every certificate of the path was valid when the time-stamp says that it was made. */
function judgeDates({ time }: TimeStamp, path: readonly Certificate[]): Check {
  const name = 'timestamp-in-certificate'
  const outside = path.find(
    ({ notBefore, notAfter }) => time < notBefore || time.getTime() >= notAfter.getTime() + 1000,
  )
  return outside
    ? finding('failed', name, 'timestamp-outside-certificate', {
        subject: outside.subject.text,
        time: time.toISOString(),
      })
    : passed(name, sentences.inCertificate, { time: time.toISOString() })
}

function alternativeNames(certificate: Certificate): readonly GeneralName[] {
  try {
    return pathExtensions(certificate).alternativeNames ?? []
  } catch {
    // The path says what is wrong with it.
    return []
  }
}

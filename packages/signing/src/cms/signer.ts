import type { HashName } from '@licencevault/keys'
import { verifySignature } from '#crypto'
import { tag } from '../asn1/reader.ts'
import { sameBytes } from '../asn1/strict.ts'
import { readOid, readTime } from '../asn1/values.ts'
import { hex } from '../bytes.ts'
import { type Certificate, sameCertificate } from '../certificate.ts'
import { conclude } from '../conclude.ts'
import { namedHash, type SignatureScheme } from '../crypto/scheme.ts'
import { finding } from '../finding.ts'
import { findPath } from '../path.ts'
import { problemOf } from '../problems.ts'
import { reasons } from '../reasons.ts'
import { type Check, passed } from '../report.ts'
import type { Work } from '../work.ts'
import { judgeAlgorithms, judgeProtection, refusedAlgorithm } from './algorithms.ts'
import { readSignedAttributes, type SignedAttributes, signedBytes } from './attributes.ts'
import type { Kind, SignerContext } from './context.ts'
import { identifies } from './identifies.ts'
import { type Judged, notReached, orFinding } from './judged.ts'
import type { CmsSigner } from './report.ts'
import { sentences } from './sentences.ts'
import {
  meansCertificate,
  readOldSigningCertificate,
  readSigningCertificate,
  type SigningCertificate,
} from './signing-certificate.ts'
import { cmsOids, type SignedData, type SignerInfo } from './structure.ts'

/** Judges one signer: every check that can be made is made, whatever another one found. */
export async function judgeSigner(info: SignerInfo, context: SignerContext): Promise<CmsSigner> {
  const attributes = readAttributes(info)
  const named = attributes.value && readNamed(attributes.value, context.kind)
  const holder = await findCertificate(info.identifier, context, named?.value)
  const algorithms = judgeAlgorithms(info, context, holder.value)
  const hash = namedHash(info.digestAlgorithm)
  const checks: Check[] = [
    holder.check,
    algorithms.check,
    attributes.check,
    judgeContentType(attributes.value, context.data),
    await judgeDigest(attributes.value, hash.kind === 'known' ? hash.value : undefined, context),
    await judgeSigningCertificate(named, holder.value, context),
    await judgeSignature(info, algorithms.value, holder.value, context.work),
    judgeKeyUsage(holder.value, context.kind),
  ]
  const path =
    holder.value &&
    (await findPath(
      {
        ...context,
        leaf: holder.value,
        candidates: context.certificates,
        purposes: purposesOf[context.kind],
      },
      context.work,
    ))
  if (path) checks.push(...path.checks)
  else checks.push(notReached('certificate-path'))
  const signingTime = attributes.value && readSigningTime(attributes.value)
  const messageDigest = attributes.value?.get(cmsOids.messageDigest)?.contents
  return {
    ...conclude(checks, reasons),
    checks,
    path: path?.path ?? [],
    signature: info.signature,
    ...(holder.value && { certificate: holder.value }),
    ...(signingTime && { signingTime }),
    ...(messageDigest &&
      hash.kind === 'known' && { messageDigest: { hash: hash.value, value: messageDigest } }),
  }
}

function readAttributes(info: SignerInfo): Judged<SignedAttributes> {
  const { signedAttributes } = info
  const name = 'signed-attributes'
  // Without them, the same signature would fit the encoded attributes taken as content (RFC 8933 §5).
  if (!signedAttributes) return { check: finding('failed', name, 'signed-attributes-missing') }
  const value = orFinding(name, 'signed-attributes-wrong', () => {
    const read = readSignedAttributes(signedAttributes)
    readSigningTime(read)
    return read
  })
  if ('outcome' in value) return { check: value }
  const unprotected = judgeProtection(info, value)
  if (unprotected) return { check: unprotected, value }
  return { check: passed(name, sentences.attributes, { attributes: [...value.keys()] }), value }
}

function readSigningTime(attributes: SignedAttributes): Date | undefined {
  const value = attributes.get(cmsOids.signingTime)
  return value && readTime(value)
}

/** The signing-certificate-v2 attribute; nothing when it is not there, a failed check when it is malformed. */
function readNamed(attributes: SignedAttributes, kind: Kind): Judged<SigningCertificate> | undefined {
  const name = 'signing-certificate'
  const element = attributes.get(cmsOids.signingCertificateV2)
  const old = attributes.get(cmsOids.signingCertificate)
  const read = element
    ? () => readSigningCertificate(element)
    : old && kind === 'time-stamp' && (() => readOldSigningCertificate(old))
  if (!read) return undefined
  const value = orFinding(name, 'signed-attributes-wrong', read)
  if ('outcome' in value) return { check: value }
  return { check: passed(name, sentences.signingCertificate), value }
}

/**
 * Finds the signer's certificate by the name the signer gave, and by nothing else. When several
 * answer to it, which anyone can bring about, the signed attribute decides; without it none does.
 */
async function findCertificate(
  identifier: SignerInfo['identifier'],
  { certificates }: SignerContext,
  named: SigningCertificate | undefined,
): Promise<Judged<Certificate>> {
  const name = 'signer-certificate'
  const matching = certificates
    .filter((certificate) => identifies(identifier, certificate))
    .filter((one, i, all) => all.findIndex((other) => sameCertificate(one, other)) === i)
  const meant: Certificate[] = []
  if (matching.length > 1 && named) {
    for (const one of matching) if (await meansCertificate(named, one)) meant.push(one)
  }
  const [value] = meant.length === 1 ? meant : matching
  if (!value) {
    const signer =
      identifier.kind === 'issuerAndSerialNumber' ? identifier.issuer.text : hex(identifier.keyIdentifier)
    return { check: finding('undetermined', name, 'signer-certificate-missing', { signer }) }
  }
  if (matching.length > 1 && meant.length !== 1) {
    return {
      check: finding('undetermined', name, 'signer-certificate-ambiguous', { count: matching.length }),
    }
  }
  const evidence = { subject: value.subject.text, issuer: value.issuer.text, serial: value.serialHex }
  return { check: passed(name, sentences.certificate, evidence), value }
}

function judgeContentType(attributes: SignedAttributes | undefined, data: SignedData): Check {
  const name = 'content-type'
  if (!attributes) return notReached(name)
  const value = attributes.get(cmsOids.contentType)
  if (value?.tag !== tag.oid) {
    return finding('failed', name, 'signed-attributes-wrong', problemOf('no content-type attribute'))
  }
  const signed = orFinding(name, 'signed-attributes-wrong', () => ({ oid: readOid(value) }))
  if ('outcome' in signed) return signed
  const evidence = { signed: signed.oid, found: data.contentType }
  return signed.oid === data.contentType
    ? passed(name, sentences.contentType, evidence)
    : finding('failed', name, 'content-type-wrong', evidence)
}

async function judgeDigest(
  attributes: SignedAttributes | undefined,
  hash: HashName | undefined,
  context: SignerContext,
): Promise<Check> {
  const name = 'message-digest'
  if (!attributes || !hash) return notReached(name)
  const signed = attributes.get(cmsOids.messageDigest)
  if (signed?.tag !== tag.octetString) {
    return finding('failed', name, 'signed-attributes-wrong', problemOf('no message-digest attribute'))
  }
  const own = await context.contentDigest(hash)
  if (!own) return notReached(name)
  if ('otherHash' in own) {
    return finding('undetermined', name, 'digest-of-other-hash', { given: own.otherHash, needed: hash })
  }
  const same = sameBytes(signed.contents, own)
  const text = hex(own)
  const evidence = { hash, signed: same ? text : hex(signed.contents), computed: text }
  return same
    ? passed(name, sentences.messageDigest, evidence)
    : finding('failed', name, 'content-altered', evidence)
}

async function judgeSigningCertificate(
  named: Judged<SigningCertificate> | undefined,
  certificate: Certificate | undefined,
  { requireSigningCertificate }: SignerContext,
): Promise<Check> {
  const name = 'signing-certificate'
  if (!named) {
    return requireSigningCertificate
      ? finding('failed', name, 'signing-certificate-missing')
      : passed(name, sentences.signingCertificateNotAsked, { present: false })
  }
  if (!named.value) return named.check
  if (!certificate) return notReached(name)
  const { hash } = named.value
  if (hash.kind !== 'known') return refusedAlgorithm(name, hash)
  return (await meansCertificate(named.value, certificate))
    ? passed(name, sentences.signingCertificate, { hash: hash.value })
    : finding('failed', name, 'signing-certificate-wrong', problemOf('its digest or its number differs'))
}

async function judgeSignature(
  { signedAttributes, signature }: SignerInfo,
  scheme: SignatureScheme | undefined,
  certificate: Certificate | undefined,
  work: Work,
): Promise<Check> {
  const name = 'signature'
  if (!signedAttributes || !scheme || !certificate || work.signatures <= 0) return notReached(name)
  work.signatures--
  const right = await verifySignature(
    scheme,
    certificate.publicKeyInfo,
    signedBytes(signedAttributes),
    signature,
  )
  const evidence = { subject: certificate.subject.text }
  return right
    ? passed(name, sentences.signature, evidence)
    : finding('failed', name, 'signature-wrong', evidence)
}

/** digitalSignature or nonRepudiation, and no extended usage that is plainly for something else. */
function judgeKeyUsage(certificate: Certificate | undefined, kind: Kind): Check {
  const name = 'key-usage'
  if (!certificate) return notReached(name)
  const { keyUsage, extendedKeyUsage } = certificate.extensions
  const subject = certificate.subject.text
  if (keyUsage && !keyUsage.includes('digitalSignature') && !keyUsage.includes('nonRepudiation')) {
    return finding('failed', name, 'key-usage-wrong', { subject, usage: keyUsage })
  }
  if (kind === 'document' && extendedKeyUsage?.every((oid) => otherPurposes.includes(oid))) {
    return finding('failed', name, 'key-usage-wrong', { subject, usage: extendedKeyUsage })
  }
  return passed(name, sentences.keyUsage, { usage: keyUsage ?? [] })
}

/** What every certificate below the root must be for, where it says what for. */
const purposesOf: Readonly<Record<Kind, readonly string[]>> = {
  document: [],
  'time-stamp': ['1.3.6.1.5.5.7.3.8'],
}

/** serverAuth, codeSigning, timeStamping, OCSPSigning: a key for one of these alone signs no documents. */
const otherPurposes: readonly string[] = [
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.3',
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
]

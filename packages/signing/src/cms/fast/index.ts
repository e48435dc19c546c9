import { Reader } from '../../asn1/reader.ts'
import { sameBytes } from '../../asn1/strict.ts'
import { readTime } from '../../asn1/values.ts'
import { hashOf } from '../../crypto/node.ts'
import type { Check } from '../../report.ts'
import type { Work } from '../../work.ts'
import type { CmsReport, VerifyCmsOptions } from '../report.ts'
import { askedOf, type KnownSigner, knownSigner, sameAsked } from './known-signer.ts'
import { freezeCheck, retell } from './retold.ts'
import { type Scan, scan } from './scan.ts'

/*
 * A signer's messages differ in three places: the digest of the content, the signing time, the signature.
 * Whatever else is in one was judged when the first of them passed; of the next one its octets are compared
 * and the three are judged. Nothing is kept of a document or a signature, and only of what passed
 * everything. Whatever is unusual or wrong is left to the general path, which has the words for it.
 */

/** Signers that are remembered, four in each place; a city has a few hundred. */
const places = 256
const perPlace = 4
/** Octets of certificates and names of one signer that are worth remembering. */
const largest = 8192

const known = new Array<KnownSigner | undefined>(places * perPlace).fill(undefined)
/** Which of a full place is given up next. */
let turn = 0

/** Judges a message of a signer known from before, on the calling thread; nothing for any other message. */
export function judgeKnown(cms: Uint8Array, options: VerifyCmsOptions, work: Work): CmsReport | undefined {
  const { at } = options
  if (work.signatures <= 0 || !(at instanceof Date)) return undefined
  const found = scan(cms)
  const signer = found && find(cms, found)
  if (!signer || !isWithin(signer, at)) return undefined
  const asked = askedOf(options)
  if (!asked || !sameAsked(asked, signer.asked)) return undefined
  const attributes = cms.slice(found.attributesFrom, found.attributesTo)
  const value = attributes.subarray(signer.digest.from, signer.digest.to)
  const computed = contentDigest(signer, options)
  if (!computed || !sameBytes(value, computed)) return undefined
  const signingTime = signer.time && timeAt(attributes, signer.time.at)
  if (signer.time && !signingTime) return undefined
  const signature = cms.subarray(found.signatureFrom)
  // What is signed stands under the tag of a SET.
  attributes[0] = 0x31
  if (!signer.verify(attributes, signature)) return undefined
  work.signatures--
  const messageDigest = { hash: signer.hash, value }
  const own = { signature, messageDigest, ...(signingTime && { signingTime }) }
  const report = retell(signer, at, cms.length, own)
  told.set(report, signer)
  return report
}

const told = new WeakMap<CmsReport, KnownSigner>()
const envelopes = new WeakMap<KnownSigner, Check>()

/**
 * A check of what stands around the signed attributes of a message: of a known signer's it comes out as
 * before, for those octets were compared.
 */
export function judgeKnownEnvelope(report: CmsReport, judge: () => Check): Check {
  const signer = told.get(report)
  const known = signer && envelopes.get(signer)
  if (known) return known
  const check = judge()
  if (signer && check.outcome === 'passed') {
    freezeCheck(check)
    envelopes.set(signer, check)
  }
  return check
}

function contentDigest({ hash }: KnownSigner, { content, digest: given }: VerifyCmsOptions) {
  if (given) return given.hash === hash ? given.value : undefined
  return content && hashOf(hash, content)
}

function timeAt(attributes: Uint8Array, at: number): Date | undefined {
  try {
    return readTime(new Reader(attributes, 'DER', at).next())
  } catch {
    return undefined
  }
}

/** Keeps what the next message of the same signer needs; answers the report as it is. */
export function remember(cms: Uint8Array, options: VerifyCmsOptions, report: CmsReport): CmsReport {
  if (report.indication !== 'TOTAL-PASSED') return report
  const found = scan(cms)
  if (!found || found.attributesTo - found.headFrom > largest) return report
  const asked = askedOf(options)
  const signer = asked && knownSigner(cms, found, asked, options, report)
  if (signer) keep(cms, found, signer)
  return report
}

function find(cms: Uint8Array, found: Scan): KnownSigner | undefined {
  const first = placeOf(cms, found)
  for (let at = first; at < first + perPlace; at++) {
    const signer = known[at]
    if (signer && isOf(signer, cms, found)) return signer
  }
  return undefined
}

/** In the stead of what was known of the same signer, or where there is room, or of any other. */
function keep(cms: Uint8Array, found: Scan, signer: KnownSigner): void {
  const first = placeOf(cms, found)
  const held = known.slice(first, first + perPlace)
  const same = held.findIndex((one) => one !== undefined && isOf(one, cms, found))
  const free = same < 0 ? held.indexOf(undefined) : same
  known[first + (free < 0 ? turn++ % perPlace : free)] = signer
}

/** By issuer, serial number and what attributes there are. */
function placeOf(cms: Uint8Array, { signerFrom, attributesFrom, attributesTo }: Scan): number {
  let sum = attributesTo - attributesFrom
  for (let i = signerFrom; i < attributesFrom; i++) sum = (Math.imul(sum, 31) + (cms[i] ?? 0)) | 0
  return ((sum ^ (sum >>> 16)) & (places - 1)) * perPlace
}

/** Whether every octet of the message is the signer's usual one, where it may be. */
function isOf(signer: KnownSigner, cms: Uint8Array, found: Scan): boolean {
  const { attributes, digest, time } = signer
  const at = found.attributesFrom
  return (
    found.attributesTo - at === attributes.length &&
    found.headTo - found.headFrom === signer.head.length &&
    at - found.signerFrom === signer.named.length &&
    found.signatureAt - found.attributesTo === signer.algorithm.length &&
    same(cms, found.signerFrom, at, signer.named, 0) &&
    same(cms, found.headFrom, found.headTo, signer.head, 0) &&
    same(cms, found.attributesTo, found.signatureAt, signer.algorithm, 0) &&
    (time
      ? same(cms, at, at + time.from, attributes, 0) &&
        same(cms, at + time.to, at + digest.from, attributes, time.to)
      : same(cms, at, at + digest.from, attributes, 0)) &&
    same(cms, at + digest.to, found.attributesTo, attributes, digest.to)
  )
}

function same(bytes: Uint8Array, from: number, to: number, other: Uint8Array, at: number): boolean {
  for (let i = from, j = at; i < to; i++, j++) if (bytes[i] !== other[j]) return false
  return true
}

function isWithin({ from, until }: KnownSigner, at: Date): boolean {
  const moment = at.getTime()
  return moment >= from && moment < until
}

import type { Identity } from '@licencevault/keys'
import { sameBytes } from '../asn1/strict.ts'
import { readCertificate } from '../certificate.ts'
import { signCms } from '../cms/sign.ts'
import { error } from '../codes.ts'
import { byteString } from '../pdf/characters.ts'
import { only } from '../pdf/object.ts'
import { type Pdf, readPdf } from '../pdf/reader.ts'
import { type PdfSignature, signaturesOf } from '../pdf/signatures.ts'
import { dateText } from '../pdf/text.ts'
import { isPrepared, type Places, placesOf } from './prepared.ts'

/** What is filled into a prepared place. */
export interface SealPreparedOptions {
  /** The time the signer claims, written into /M. */
  readonly time: Date
}

/**
 * Seals a PDF that carries one prepared signature (PAdES-B-B, EN 319 142-1): /M, /ByteRange and
 * /Contents are filled in place and nothing else moves. The array handed over stays as it is.
 *
 * @throws VaultError `seal-placeholder-missing`, `seal-placeholder-wrong`, `seal-trailing-bytes`,
 *   `seal-room-too-small`, `seal-option-wrong`, `pdf-…`
 */
export async function sealPrepared(
  pdf: Uint8Array,
  identity: Identity,
  { time }: SealPreparedOptions,
): Promise<Uint8Array> {
  requireTime(time)
  const places = findPlaces(readPdf(pdf))
  const { contents } = places
  const sealed = pdf.slice()
  fillRange(sealed, places)
  sealed.set(byteString(`(${dateText(time)})`), places.time[0])
  const covered = [sealed.subarray(0, contents[0]), sealed.subarray(contents[1])]
  const cms = await signCms(covered, withoutRoot(identity), { detached: true })
  const room = (contents[1] - contents[0] - 2) / 2
  if (cms.length > room) throw error('seal-room-too-small', { size: cms.length, room })
  writeHex(cms, sealed, contents[0] + 1)
  return sealed
}

/** The year has four digits in a PDF date. */
export function requireTime(time: Date): void {
  const year = time instanceof Date ? time.getUTCFullYear() : Number.NaN
  if (!(year >= 0 && year <= 9999)) throw error('seal-option-wrong', { option: 'time', value: String(time) })
}

function findPlaces(pdf: Pdf): Places {
  if (pdf.end !== pdf.bytes.length) throw error('seal-trailing-bytes', { at: pdf.end })
  const prepared = signaturesOf(pdf).filter(isPrepared)
  const [signature] = prepared
  if (!signature || prepared.length > 1) throw error('seal-placeholder-missing', { count: prepared.length })
  const wrong = (what: string) => error('seal-placeholder-wrong', { what })
  // Packed in an object stream, or older than the last saving: it could not cover the whole file.
  if (signature.revision !== pdf.latest) throw wrong('/V')
  if (signature.subFilter !== 'ETSI.CAdES.detached') throw wrong('/SubFilter')
  if (!certificationAgrees(pdf, signature)) throw wrong('/Perms')
  const places = placesOf(pdf.bytes, signature)
  if (typeof places === 'string') throw wrong(places)
  return places
}

function certificationAgrees(pdf: Pdf, { permission, id }: PdfSignature): boolean {
  const certifying = pdf.dict(pdf.catalog.map.get('Perms'))?.map.get('DocMDP')
  return permission === undefined || only(certifying, 'ref')?.id === id
}

function fillRange(bytes: Uint8Array, { range, contents }: Places): void {
  const width = range[1] - range[0] - 2
  const numbers = [0, contents[0], contents[1], bytes.length - contents[1]].join(' ')
  bytes.set(byteString(`[${numbers.padEnd(width)}]`), range[0])
}

/** Lower-case digits, straight into the file. */
function writeHex(bytes: Uint8Array, into: Uint8Array, from: number): void {
  let at = from
  for (const byte of bytes) {
    into[at++] = digits.charCodeAt(byte >> 4)
    into[at++] = digits.charCodeAt(byte & 15)
  }
}

const digits = '0123456789abcdef'

const rootless = new WeakMap<Identity, Identity>()

/**
 * The identity without self-signed certificates in its chain. A verifier trusts no root out of the
 * file, so its bytes would be the only ones that could be changed without any check noticing.
 */
function withoutRoot(identity: Identity): Identity {
  const known = rootless.get(identity)
  if (known) return known
  const chain = identity.chain.filter((der) => {
    const { issuer, subject } = readCertificate(der)
    return !sameBytes(issuer.der, subject.der)
  })
  const made = { ...identity, chain }
  rootless.set(identity, made)
  return made
}

import { type Element, Reader, tag } from './asn1/reader.ts'
import { requireDer, sameBytes } from './asn1/strict.ts'
import { readIntegerBytes, readSmallInteger, readTime, readWholeBits } from './asn1/values.ts'
import { hex } from './bytes.ts'
import { error } from './codes.ts'
import { type PublicKey, readPublicKey } from './crypto/public-key.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from './crypto/scheme.ts'
import { type Extensions, readExtensions } from './extensions.ts'
import { limits } from './limits.ts'
import { type DistinguishedName, readName } from './name.ts'
import { problemOf } from './problems.ts'

/** An X.509 certificate, read strictly (RFC 5280 §4). Byte fields are views into `der`. */
export interface Certificate {
  /** The whole certificate. */
  readonly der: Uint8Array
  /** The signed part. */
  readonly tbs: Uint8Array
  /** 1, 2 or 3. Only version 3 passes in a path. */
  readonly version: number
  /** Contents octets of the serial number. */
  readonly serial: Uint8Array
  /** The serial number for people, lower-case hex without a sign octet. */
  readonly serialHex: string
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  /** The last second at which it is valid. */
  readonly notAfter: Date
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeyInfo: Uint8Array
  readonly publicKey: PublicKey
  /** How the issuer signed; the same inside and outside. */
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly extensions: Extensions
}

/**
 * Reads one certificate. Refuses bytes after its end, anything but DER, a signature algorithm that
 * differs inside and outside, and duplicate extensions; does not judge dates, keys or usage, which
 * are a path's business.
 *
 * @param der one DER certificate, not PEM
 * @throws VaultError `encoding-wrong`, `certificate-wrong`, `limit-exceeded`
 */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > limits.certificateBytes) {
    throw error('limit-exceeded', { name: 'certificateBytes', limit: limits.certificateBytes })
  }
  const file = new Reader(der)
  const outer = file.expect(tag.sequence)
  file.finish()
  // What is not looked at below has one encoding as well: names and parameters may hold anything.
  requireDer(outer)
  const parts = outer.inside()
  const tbs = parts.expect(tag.sequence)
  const outerAlgorithm = parts.expect(tag.sequence)
  const signature = readWholeBits(parts.expect(tag.bitString))
  parts.finish()
  return { der: outer.raw, tbs: tbs.raw, ...readTbs(tbs, outerAlgorithm), signature }
}

function readTbs(tbs: Element, outerAlgorithm: Element): Omit<Certificate, 'der' | 'tbs' | 'signature'> {
  const fields = tbs.inside()
  const version = readVersion(fields.optional(tag.context(0)))
  const serial = readSerial(fields.expect(tag.integer))
  const algorithm = fields.expect(tag.sequence)
  // The outer one is not signed: an attacker may write there what he likes.
  if (!sameBytes(algorithm.raw, outerAlgorithm.raw)) {
    throw error('certificate-wrong', problemOf('the signature algorithm inside and outside differ'))
  }
  const issuer = readName(fields.expect(tag.sequence))
  if (issuer.empty) throw error('certificate-wrong', problemOf('the issuer has no name'))
  const validity = fields.expect(tag.sequence).inside()
  const notBefore = readTime(validity.next())
  const notAfter = readTime(validity.next())
  validity.finish()
  const subject = readName(fields.expect(tag.sequence))
  const publicKeyInfo = fields.expect(tag.sequence).raw
  fields.optional(tag.contextPrimitive(1))
  fields.optional(tag.contextPrimitive(2))
  const extensionField = fields.optional(tag.context(3))
  fields.finish()
  if (extensionField && version !== 3) {
    throw error('certificate-wrong', problemOf('extensions in a certificate that is not version 3'))
  }
  return {
    version,
    serial,
    serialHex: serialText(serial),
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKeyInfo,
    publicKey: readPublicKey(publicKeyInfo),
    signatureAlgorithm: readAlgorithmIdentifier(algorithm),
    extensions: readExtensions(extensionField),
  }
}

function readVersion(field: Element | undefined): number {
  if (!field) return 1
  const reader = field.inside()
  const version = readSmallInteger(reader.expect(tag.integer)) + 1
  reader.finish()
  if (version !== 2 && version !== 3) {
    throw error('certificate-wrong', problemOf('a version other than 1, 2 or 3, or version 1 written out'))
  }
  return version
}

/** RFC 5280 §4.1.2.2: not negative, at most 20 octets (and a sign octet). Zero occurs in old roots. */
function readSerial(element: Element): Uint8Array {
  const serial = readIntegerBytes(element)
  if ((serial[0] ?? 0) >= 0x80) throw error('certificate-wrong', problemOf('a negative serial number'))
  if (serial.length > 21) {
    throw error('certificate-wrong', problemOf('a serial number of more than 20 octets'))
  }
  return serial
}

/** Lower-case hex of a serial number, without the octet that only carries the sign. */
function serialText(serial: Uint8Array): string {
  return hex(serial.length > 1 && serial[0] === 0 ? serial.subarray(1) : serial)
}

/** Whether both are the same certificate, byte for byte. */
export function sameCertificate(a: Certificate, b: Certificate): boolean {
  return a === b || sameBytes(a.der, b.der)
}

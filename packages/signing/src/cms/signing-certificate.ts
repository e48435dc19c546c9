import type { HashName } from '@licencevault/keys'
import { digest } from '#crypto'
import { type Element, malformed, tag } from '../asn1/reader.ts'
import { sameBytes } from '../asn1/strict.ts'
import { readIntegerBytes } from '../asn1/values.ts'
import { encode, encodeOid } from '../asn1/write.ts'
import type { Certificate } from '../certificate.ts'
import { type Named, namedHash, readAlgorithmIdentifier } from '../crypto/scheme.ts'
import { sha1Of } from '../crypto/sha1.ts'
import { type DistinguishedName, readName } from '../name.ts'
import { cmsOids } from './structure.ts'

/** The first ESSCertIDv2 of a signing-certificate-v2 attribute: which certificate signed (RFC 5035 §5.4). */
export interface SigningCertificate {
  /** SHA-1 is what the older attribute means, and there alone. */
  readonly hash: Named<HashName | 'SHA-1'>
  readonly certificateHash: Uint8Array
  readonly issuerSerial?: { readonly issuer: DistinguishedName; readonly serial: Uint8Array }
}

/** Reads the value of a signing-certificate-v2 attribute. */
export function readSigningCertificate(value: Element): SigningCertificate {
  if (value.tag !== tag.sequence) throw malformed('a signing-certificate-v2 of another type', value.start)
  const fields = value.inside('DER')
  const identifiers = fields.expect(tag.sequence).inside()
  const first = identifiers.expect(tag.sequence).inside()
  const algorithm = first.optional(tag.sequence)
  const hash = algorithm ? namedHash(readAlgorithmIdentifier(algorithm)) : sha256
  const certificateHash = first.expect(tag.octetString).contents
  const issuerSerial = first.optional(tag.sequence)
  first.finish()
  fields.optional(tag.sequence)
  fields.finish()
  return {
    hash,
    certificateHash,
    ...(issuerSerial && { issuerSerial: readIssuerSerial(issuerSerial) }),
  }
}

/** Reads the value of the older signing-certificate attribute, which knows SHA-1 only (RFC 2634 §5.4). */
export function readOldSigningCertificate(value: Element): SigningCertificate {
  if (value.tag !== tag.sequence) throw malformed('a signing-certificate-v2 of another type', value.start)
  const fields = value.inside('DER')
  const first = fields.expect(tag.sequence).inside().expect(tag.sequence).inside()
  fields.optional(tag.sequence)
  fields.finish()
  const certificateHash = first.expect(tag.octetString).contents
  const issuerSerial = first.optional(tag.sequence)
  first.finish()
  return {
    hash: { kind: 'known', value: 'SHA-1' },
    certificateHash,
    ...(issuerSerial && { issuerSerial: readIssuerSerial(issuerSerial) }),
  }
}

/** What is meant where the attribute names no hash. */
const sha256 = { kind: 'known', value: 'SHA-256' } as const

/** Whether the attribute means this certificate. */
export async function meansCertificate(
  named: SigningCertificate,
  certificate: Certificate,
): Promise<boolean> {
  if (named.hash.kind !== 'known') return false
  const { value } = named.hash
  const hash = value === 'SHA-1' ? await sha1Of(certificate.der) : await digest(value, certificate.der)
  if (!sameBytes(hash, named.certificateHash)) return false
  const { issuerSerial } = named
  return (
    !issuerSerial ||
    (sameBytes(issuerSerial.serial, certificate.serial) && issuerSerial.issuer.equals(certificate.issuer))
  )
}

/** Makes the whole attribute for a certificate: SHA-256, which is the default and so left out, and issuerSerial. */
export async function signingCertificateAttribute(certificate: Certificate): Promise<Uint8Array> {
  const hash = encode(tag.octetString, await digest('SHA-256', certificate.der))
  const issuer = encode(tag.sequence, encode(tag.context(4), certificate.issuer.der))
  const issuerSerial = encode(tag.sequence, issuer, encode(tag.integer, certificate.serial))
  const identifiers = encode(tag.sequence, encode(tag.sequence, hash, issuerSerial))
  const value = encode(tag.sequence, identifiers)
  return encode(tag.sequence, encodeOid(cmsOids.signingCertificateV2), encode(tag.set, value))
}

function readIssuerSerial(element: Element): NonNullable<SigningCertificate['issuerSerial']> {
  const fields = element.inside()
  const names = fields.expect(tag.sequence).inside()
  const directory = names.expect(tag.context(4)).inside()
  const issuer = readName(directory.expect(tag.sequence))
  directory.finish()
  names.finish()
  const serial = readIntegerBytes(fields.expect(tag.integer))
  fields.finish()
  return { issuer, serial }
}

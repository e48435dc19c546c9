import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { algorithms, type Signer } from '@licencevault/keys'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  RevokedCertificate,
  Time,
} from 'pkijs'

/**
 * Certificates and revocation lists of the development CA. It signs whatever this service asks for and is
 * worth nothing to anybody else: in production a real CA stands in its place.
 */

/** Attributes of a subject, by their object identifiers. */
export const attribute = {
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  /** Carries the unified social credit code. */
  organizationIdentifier: '2.5.4.97',
} as const

export type Subject = readonly (readonly [oid: string, value: string])[]

export interface CertificateRequest {
  readonly subject: Subject
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly ca?: boolean
  readonly extendedKeyUsage?: readonly string[]
  /** DNS names and IP addresses that a server is reached by. */
  readonly reachedBy?: readonly string[]
}

export interface Issuer {
  readonly signer: Signer
  /** DER; its own subject signs, unless this is left out: then the certificate signs itself. */
  readonly certificate?: Uint8Array
}

/** Signs a certificate, DER. */
export async function certify(
  request: CertificateRequest,
  { signer, certificate: above }: Issuer,
): Promise<Uint8Array> {
  const certificate = new Certificate({ version: 2 })
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial() })
  certificate.subject = nameOf(request.subject)
  certificate.issuer = above ? Certificate.fromBER(exact(above)).subject : nameOf(request.subject)
  certificate.notBefore = new Time({ value: request.notBefore })
  certificate.notAfter = new Time({ value: request.notAfter })
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(exact(request.publicKey))
  certificate.extensions = extensionsOf(request, signer)
  certificate.signature = algorithmOf(signer)
  certificate.signatureAlgorithm = algorithmOf(signer)
  const tbs = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.signatureValue = new asn1js.BitString({ valueHex: exact(await signer.sign(tbs)) })
  return new Uint8Array(certificate.toSchema(true).toBER())
}

/** Signs a revocation list over serial numbers (hex), DER. */
export async function revocationList(
  { signer, certificate }: Required<Issuer>,
  serials: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<Uint8Array> {
  const list = new UnsignedList({ version: 1 })
  list.issuer = Certificate.fromBER(exact(certificate)).subject
  list.thisUpdate = new Time({ value: from })
  list.nextUpdate = new Time({ value: until })
  if (serials.length > 0) {
    list.revokedCertificates = serials.map(
      (hex) =>
        new RevokedCertificate({
          userCertificate: new asn1js.Integer({ valueHex: exact(Buffer.from(hex, 'hex')) }),
          revocationDate: new Time({ value: from }),
        }),
    )
  }
  list.signature = algorithmOf(signer)
  list.signatureAlgorithm = algorithmOf(signer)
  const tbs = list.toBeSigned
  list.signatureValue = new asn1js.BitString({ valueHex: exact(await signer.sign(tbs)) })
  return new Uint8Array(list.toSchema(true).toBER())
}

/** pkijs signs by WebCrypto only; what is to be signed is closed to others. */
class UnsignedList extends CertificateRevocationList {
  get toBeSigned(): Uint8Array {
    return new Uint8Array(this.encodeTBS().toBER())
  }
}

export function serialOf(certificate: Uint8Array): string {
  return new X509Certificate(certificate).serialNumber.toLowerCase()
}

/** 16 random bytes, the first neither zero nor negative. */
function serial(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return exact(bytes)
}

/** One attribute in each relative name: pkijs by itself would put them all into one. */
function nameOf(subject: Subject): RelativeDistinguishedNames {
  const relative = subject.map(([type, value]) => {
    const text =
      type === attribute.country ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value })
    const pair = new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), text] })
    return new asn1js.Set({ value: [pair] })
  })
  return RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: relative }).toBER())
}

const oids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const

function extensionsOf(
  { ca = false, publicKey, extendedKeyUsage, reachedBy }: CertificateRequest,
  issuer: Signer,
) {
  const extension = (extnID: string, value: asn1js.AsnType, critical = false) =>
    new Extension({ extnID, critical, extnValue: value.toBER() })
  // keyCertSign and cRLSign, or digitalSignature and nonRepudiation: RFC 5280 §4.2.1.3.
  const usage = ca
    ? new asn1js.BitString({ valueHex: exact(Uint8Array.of(0x06)), unusedBits: 1 })
    : new asn1js.BitString({ valueHex: exact(Uint8Array.of(0xc0)), unusedBits: 6 })
  const issuerKey = new asn1js.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: keyIdentifier(issuer.publicKey),
  })
  return [
    extension(oids.basicConstraints, new BasicConstraints({ cA: ca }).toSchema(), true),
    extension(oids.keyUsage, usage, true),
    extension(oids.subjectKeyIdentifier, new asn1js.OctetString({ valueHex: keyIdentifier(publicKey) })),
    extension(oids.authorityKeyIdentifier, new asn1js.Sequence({ value: [issuerKey] })),
    ...(extendedKeyUsage
      ? [extension(oids.extendedKeyUsage, new ExtKeyUsage({ keyPurposes: [...extendedKeyUsage] }).toSchema())]
      : []),
    ...(reachedBy ? [extension(oids.subjectAltName, namesOf(reachedBy).toSchema())] : []),
  ]
}

function namesOf(reachedBy: readonly string[]): GeneralNames {
  return new GeneralNames({
    names: reachedBy.map((name) => {
      const bytes = addressBytes(name)
      return bytes
        ? new GeneralName({ type: 7, value: new asn1js.OctetString({ valueHex: exact(bytes) }) })
        : new GeneralName({ type: 2, value: name })
    }),
  })
}

function addressBytes(name: string): Uint8Array | undefined {
  if (name === '::1') return Uint8Array.from({ length: 16 }, (_, i) => (i === 15 ? 1 : 0))
  return /^\d+\.\d+\.\d+\.\d+$/.test(name) ? Uint8Array.from(name.split('.').map(Number)) : undefined
}

/** A name for the key; no security rests on it. */
function keyIdentifier(spki: Uint8Array): ArrayBuffer {
  return exact(createHash('sha1').update(spki).digest())
}

function algorithmOf({ algorithm }: Signer): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId: algorithms[algorithm].signatureOid })
}

/** The bytes in a buffer of their own, as asn1js wants them. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

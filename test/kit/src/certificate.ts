import { createHash } from 'node:crypto'
import { type AlgorithmName, algorithms, type Signer } from '@licencevault/keys'
import { type Der, der } from './der.ts'

/** Attributes of a distinguished name; `organizationIdentifier` carries the USCC (ETSI EN 319 412-1). */
export interface Name {
  readonly CN: string
  readonly C?: string
  readonly ST?: string
  readonly L?: string
  readonly O?: string
  readonly OU?: string
  readonly organizationIdentifier?: string
  readonly serialNumber?: string
}

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'

/** A further extension, written as it is given. */
export interface Extension {
  readonly oid: string
  readonly critical?: boolean
  /** DER of the extension's value, without the OCTET STRING around it. */
  readonly value: Uint8Array
}

export interface CertificateFields {
  readonly issuer: Name
  readonly issuerKey: Signer
  readonly subject: Name
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly serial: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Extension[]
}

/** Signs an X.509 v3 certificate (RFC 5280), DER. It writes what it is told, wrong or right. */
export async function signCertificate(fields: CertificateFields): Promise<Uint8Array> {
  const algorithm = signatureAlgorithm(fields.issuerKey.algorithm)
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(fields.serial),
    algorithm,
    nameDer(fields.issuer),
    der.sequence(der.time(fields.notBefore), der.time(fields.notAfter)),
    nameDer(fields.subject),
    fields.publicKey,
    ...(fields.extensions.length > 0
      ? [der.explicit(3, der.sequence(...fields.extensions.map(extensionDer)))]
      : []),
  )
  return der.sequence(toBeSigned, algorithm, der.bits(await fields.issuerKey.sign(toBeSigned)))
}

/** DER of the usual extensions' values. */
export const extension = {
  basicConstraints: (ca: boolean, pathLength?: number): Extension => ({
    oid: '2.5.29.19',
    critical: true,
    value: ca
      ? der.sequence(der.boolean(true), ...(pathLength === undefined ? [] : [der.integer(pathLength)]))
      : der.sequence(),
  }),
  keyUsage: (usages: readonly KeyUsage[]): Extension => ({
    oid: '2.5.29.15',
    critical: true,
    value: namedBits(usages.map((usage) => keyUsageBits.indexOf(usage))),
  }),
  extendedKeyUsage: (oids: readonly string[]): Extension => ({
    oid: '2.5.29.37',
    value: der.sequence(...oids.map(der.oid)),
  }),
  subjectKeyIdentifier: (publicKey: Uint8Array): Extension => ({
    oid: '2.5.29.14',
    value: der.octets(keyIdentifier(publicKey)),
  }),
  authorityKeyIdentifier: (publicKey: Uint8Array): Extension => ({
    oid: '2.5.29.35',
    value: der.sequence(der.implicit(0, keyIdentifier(publicKey))),
  }),
}

/** SHA-1 of the key's bits (RFC 5280 §4.2.1.2, method 1): a name for the key, no security rests on it. */
function keyIdentifier(spki: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha1').update(keyBits(spki)).digest())
}

/** The content of SubjectPublicKeyInfo's BIT STRING: the last of its two members. */
export function keyBits(spki: Uint8Array): Uint8Array {
  const outer = header(spki, 0)
  const algorithm = header(spki, outer.content)
  const bits = header(spki, algorithm.end)
  return spki.subarray(bits.content + 1, bits.end)
}

export function header(bytes: Uint8Array, at: number): { content: number; end: number } {
  const first = bytes[at + 1] ?? 0
  const extra = first < 0x80 ? 0 : first & 0x7f
  const size =
    extra === 0 ? first : bytes.subarray(at + 2, at + 2 + extra).reduce((sum, byte) => sum * 256 + byte, 0)
  return { content: at + 2 + extra, end: at + 2 + extra + size }
}

const keyUsageBits: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
]

/** A named BIT STRING: DER drops trailing zero bits. */
function namedBits(numbers: readonly number[]): Der {
  if (numbers.length === 0) return der.bits(new Uint8Array())
  const byte = numbers.reduce((sum, bit) => sum | (0x80 >> bit), 0)
  return der.bits(Uint8Array.of(byte), 7 - Math.max(...numbers))
}

export function extensionDer({ oid, critical, value }: Extension): Der {
  return der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octets(value))
}

const attributeOids: Readonly<Record<keyof Name, string>> = {
  C: '2.5.4.6',
  ST: '2.5.4.8',
  L: '2.5.4.7',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  organizationIdentifier: '2.5.4.97',
  serialNumber: '2.5.4.5',
  CN: '2.5.4.3',
}

/** The name from the country down to the CN, one attribute in each RDN. */
function nameDer(name: Name): Der {
  const order = Object.keys(attributeOids) as (keyof Name)[]
  return der.sequence(
    ...order.flatMap((key) => {
      const value = name[key]
      if (value === undefined) return []
      // X.520 fixes PrintableString for these two.
      const text = key === 'C' || key === 'serialNumber' ? der.printable(value) : der.utf8(value)
      return [der.set(der.sequence(der.oid(attributeOids[key]), text))]
    }),
  )
}

/** AlgorithmIdentifier of a signature. PS256: SHA-256, MGF1 with SHA-256, salt of 32 (RFC 4055 §3.1). */
export function signatureAlgorithm(name: AlgorithmName): Der {
  const { signatureOid } = algorithms[name]
  if (name === 'PS256') return der.sequence(der.oid(signatureOid), pssParameters())
  return der.sequence(der.oid(signatureOid), ...(name === 'RS256' ? [der.null()] : []))
}

function pssParameters(): Der {
  const sha256 = der.sequence(der.oid('2.16.840.1.101.3.4.2.1'), der.null())
  return der.sequence(
    der.explicit(0, sha256),
    der.explicit(1, der.sequence(der.oid('1.2.840.113549.1.1.8'), sha256)),
    der.explicit(2, der.integer(32)),
  )
}

import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import { Attribute, AuthenticatedSafe, ContentInfo, EncryptedContentInfo, EncryptedData, PFX } from 'pkijs'
import { sealedKey } from './encrypted-key.ts'
import { encrypt } from './encryption.ts'
import { sealWithMac } from './pkcs12-mac.ts'
import { oids } from './pkcs12-oids.ts'

export interface ContainerParts {
  /** PrivateKeyInfo, DER. */
  readonly key: Uint8Array
  /** Certificates, DER, the key's own first. */
  readonly certificates: readonly Uint8Array[]
  readonly friendlyName: string | undefined
  readonly iterations: number
}

/** A PKCS#12 container (RFC 7292) as OpenSSL 3 lays it out: certificates encrypted, then the shrouded key, a MAC over both. */
export function writeContainer(parts: ContainerParts, password: string): Uint8Array {
  const safes = new AuthenticatedSafe({
    safeContents: [
      encryptedSafe(certificateBags(parts), password, parts.iterations),
      plainSafe([keyBag(parts, password)]),
    ],
  })
  const content = ber(safes.toSchema())
  const pfx = new PFX({
    version: 3,
    authSafe: dataContent(content),
    macData: sealWithMac(content, password, parts.iterations),
  })
  return ber(pfx.toSchema())
}

function encryptedSafe(bags: readonly asn1js.Sequence[], password: string, iterations: number): ContentInfo {
  const { algorithm, data } = encrypt(ber(new asn1js.Sequence({ value: [...bags] })), password, iterations)
  const content = new EncryptedData({
    version: 0,
    encryptedContentInfo: new EncryptedContentInfo({
      contentType: oids.data,
      contentEncryptionAlgorithm: algorithm,
      encryptedContent: octets(data),
    }),
  })
  return new ContentInfo({ contentType: oids.encryptedData, content: content.toSchema() })
}

function plainSafe(bags: readonly asn1js.Sequence[]): ContentInfo {
  return dataContent(ber(new asn1js.Sequence({ value: [...bags] })))
}

function dataContent(bytes: Uint8Array): ContentInfo {
  return new ContentInfo({ contentType: oids.data, content: octets(bytes) })
}

function certificateBags({ certificates, friendlyName }: ContainerParts): asn1js.Sequence[] {
  return certificates.map((certificate, index) =>
    bag(
      oids.certBag,
      new asn1js.Sequence({
        value: [new asn1js.ObjectIdentifier({ value: oids.x509Certificate }), explicit(octets(certificate))],
      }),
      index === 0 ? attributes(certificate, friendlyName) : [],
    ),
  )
}

function keyBag({ key, certificates, friendlyName, iterations }: ContainerParts, password: string) {
  const value = sealedKey(encrypt(key, password, iterations)).toSchema()
  const [certificate = new Uint8Array()] = certificates
  return bag(oids.shroudedKeyBag, value, attributes(certificate, friendlyName))
}

function bag(id: string, value: asn1js.Sequence, attributes: readonly Attribute[]): asn1js.Sequence {
  const set = attributes.map((attribute) => attribute.toSchema())
  return new asn1js.Sequence({
    value: [
      new asn1js.ObjectIdentifier({ value: id }),
      explicit(value),
      ...(set.length > 0 ? [new asn1js.Set({ value: set })] : []),
    ],
  })
}

/** The attributes that tie a key to its certificate; programs pair the two by localKeyId. */
function attributes(certificate: Uint8Array, friendlyName: string | undefined): Attribute[] {
  const id = createHash('sha1').update(certificate).digest()
  const keyId = new Attribute({ type: oids.localKeyId, values: [octets(id)] })
  if (friendlyName === undefined) return [keyId]
  return [new Attribute({ type: oids.friendlyName, values: [bmpString(friendlyName)] }), keyId]
}

function bmpString(text: string): asn1js.BmpString {
  const bytes = Uint8Array.from(Buffer.from(text, 'utf16le').swap16())
  return new asn1js.BmpString({ valueHex: bytes })
}

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes) })

const explicit = (value: asn1js.AsnType) =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [value] })

const ber = (schema: { toBER(): ArrayBuffer }) => new Uint8Array(schema.toBER())

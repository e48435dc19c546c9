import { webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/**
 * Plain pkijs as its documentation uses it: the reference for sealing and checking a CMS. Frozen: a
 * faster way to call pkijs would be another reference with another name.
 */
const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto })
pkijs.setEngine('node', engine as pkijs.ICryptoEngine)

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
}

const copy = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer as ArrayBuffer

/** Reads a certificate once, for many calls. */
export const pkijsCertificate = (der: Uint8Array) => pkijs.Certificate.fromBER(copy(der))

/** Signs detached with a WebCrypto key; signed attributes content-type and message-digest. */
export async function pkijsSign(
  content: Uint8Array,
  key: CryptoKey,
  leaf: pkijs.Certificate,
): Promise<Uint8Array> {
  const digest = await webcrypto.subtle.digest('SHA-256', copy(content))
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pkijs.Attribute({
              type: oid.contentType,
              values: [new asn1js.ObjectIdentifier({ value: oid.data })],
            }),
            new pkijs.Attribute({
              type: oid.messageDigest,
              values: [new asn1js.OctetString({ valueHex: digest })],
            }),
          ],
        }),
      }),
    ],
    certificates: [leaf],
  })
  await signed.sign(key, 0, 'SHA-256', copy(content))
  const info = new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER(false))
}

/** Checks a detached CMS with pkijs; with a root, its chain too, by pkijs' own engine. */
export async function pkijsVerify(
  cms: Uint8Array,
  content: Uint8Array,
  root?: pkijs.Certificate,
): Promise<boolean> {
  const info = pkijs.ContentInfo.fromBER(copy(cms))
  const signed = new pkijs.SignedData({ schema: info.content })
  return signed.verify({
    signer: 0,
    data: copy(content),
    ...(root && { trustedCerts: [root], checkChain: true }),
  })
}

/** Reads three certificates and checks the chain with pkijs' own engine. */
export async function pkijsChain(
  leaf: Uint8Array,
  ca: Uint8Array,
  root: Uint8Array,
  at: Date,
): Promise<boolean> {
  const chain = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [pkijsCertificate(root)],
    certs: [pkijsCertificate(ca), pkijsCertificate(leaf)],
    checkDate: at,
  })
  const { result } = await chain.verify()
  return result
}

import type { HashName, Identity } from '@licencevault/keys'
import { digest } from '#crypto'
import { tag } from '../asn1/reader.ts'
import {
  encode,
  encodeInteger,
  encodeOid,
  encodeSetOf,
  encodeTime,
  flatten,
  type Piece,
  wrap,
} from '../asn1/write.ts'
import { error } from '../codes.ts'
import { hashBytes } from '../crypto/scheme.ts'
import { limits } from '../limits.ts'
import { problemOf } from '../problems.ts'
import { type PreparedIdentity, prepareIdentity } from './identity.ts'
import { cmsOids } from './structure.ts'

/** What may be said when signing by a digest. */
export interface SignCmsDigestOptions {
  /**
   * The time the signer claims; nothing proves it. CAdES baseline B-B asks for it, PAdES forbids it
   * (there the time stands in the PDF's /M). Left out unless given.
   */
  readonly signingTime?: Date
  /** Object identifier of the content's type; `id-data` unless given. */
  readonly contentType?: string
}

/** What may be said when signing. */
export interface SignCmsOptions extends SignCmsDigestOptions {
  /** True: the content travels beside the signature. False, the default: inside it. */
  readonly detached?: boolean
}

/**
 * Signs content as CMS SignedData in the CAdES profile (EN 319 122-1): content-type, message-digest
 * and signing-certificate-v2 signed, the certificate and its chain enclosed, DER throughout.
 *
 * @param content the bytes, or several parts that stand one after another
 * @returns DER of the ContentInfo
 * @throws VaultError `identity-mismatch`, `signing-time-wrong`, `oid-wrong`, `limit-exceeded`
 */
export async function signCms(
  content: Uint8Array | readonly Uint8Array[],
  identity: Identity,
  options: SignCmsOptions = {},
): Promise<Uint8Array> {
  const prepared = await prepareIdentity(identity)
  const attached = options.detached ? undefined : content instanceof Uint8Array ? [content] : content
  if (attached && attached.reduce((sum, part) => sum + part.length, 0) > limits.cmsBytes - headroom) {
    throw error('limit-exceeded', { name: 'cmsBytes', limit: limits.cmsBytes })
  }
  const messageDigest = await digest(prepared.hash, content)
  return sign(prepared, identity, messageDigest, attached, options)
}

/**
 * As {@link signCms}, detached, for content of which only the digest is at hand: large files, or the
 * byte ranges of a PDF.
 *
 * @param messageDigest digest of the content
 * @param hash how it was made; must be the hash of the identity's algorithm in the algorithm table
 * @throws VaultError `digest-wrong` and those of signCms
 */
export async function signCmsDigest(
  messageDigest: Uint8Array,
  hash: HashName,
  identity: Identity,
  options: SignCmsDigestOptions = {},
): Promise<Uint8Array> {
  const prepared = await prepareIdentity(identity)
  if (hash !== prepared.hash)
    throw error('digest-wrong', {
      hash: prepared.hash,
      ...problemOf('it is one of {given}', { given: hash }),
    })
  if (messageDigest.length !== hashBytes[hash]) {
    throw error('digest-wrong', {
      hash,
      ...problemOf('it has {bytes} bytes', { bytes: messageDigest.length }),
    })
  }
  return sign(prepared, identity, messageDigest, undefined, options)
}

/** What the signature needs besides attached content, at most. */
const headroom = 1024 * 1024

async function sign(
  prepared: PreparedIdentity,
  identity: Identity,
  messageDigest: Uint8Array,
  attached: readonly Uint8Array[] | undefined,
  options: SignCmsDigestOptions,
): Promise<Uint8Array> {
  const contentType = options.contentType ?? cmsOids.data
  const type = typeOf(contentType)
  const members = [
    type.attribute,
    encode(tag.sequence, messageDigestOid, encode(tag.set, encode(tag.octetString, messageDigest))),
    prepared.signingCertificate,
  ]
  if (options.signingTime) {
    members.push(encode(tag.sequence, signingTimeOid, encode(tag.set, encodeTime(options.signingTime))))
  }
  const signedAttributes = encodeSetOf(tag.set, members)
  const signature = await identity.signer.sign(signedAttributes)
  signedAttributes[0] = tag.context(0)
  const signer = wrap(
    tag.sequence,
    prepared.signerHead,
    signedAttributes,
    prepared.signatureAlgorithm,
    encode(tag.octetString, signature),
  )
  const content: readonly Piece[] = attached ? [wrap(tag.context(0), wrap(tag.octetString, ...attached))] : []
  const signedData = wrap(
    tag.sequence,
    type.version,
    prepared.digestAlgorithms,
    wrap(tag.sequence, type.oid, ...content),
    prepared.certificates,
    wrap(tag.set, signer),
  )
  return flatten(wrap(tag.sequence, signedDataOid, wrap(tag.context(0), signedData)))
}

interface ContentType {
  readonly oid: Uint8Array
  readonly attribute: Uint8Array
  /** RFC 5652 §5.1: 3 for content other than data. */
  readonly version: Uint8Array
}

function typeOf(contentType: string): ContentType {
  return contentType === cmsOids.data ? data : makeType(contentType)
}

function makeType(contentType: string): ContentType {
  const oid = encodeOid(contentType)
  return {
    oid,
    attribute: encode(tag.sequence, encodeOid(cmsOids.contentType), encode(tag.set, oid)),
    version: encodeInteger(contentType === cmsOids.data ? 1 : 3),
  }
}

const data = makeType(cmsOids.data)
const messageDigestOid = encodeOid(cmsOids.messageDigest)
const signingTimeOid = encodeOid(cmsOids.signingTime)
const signedDataOid = encodeOid(cmsOids.signedData)

import { tag } from '../asn1/reader.ts'
import { encode, encodeOid } from '../asn1/write.ts'
import { concat } from '../bytes.ts'
import type { Certificate } from '../certificate.ts'
import { sha1, sha1Of } from '../crypto/sha1.ts'
import { keyBits } from './cert-id.ts'
import { ocspOids } from './ocsp.ts'

/**
 * Writes an OCSP request for one certificate (RFC 6960 §4.1), unsigned. Its CertID is hashed with
 * SHA-1, which every responder knows: it names the certificate and proves nothing.
 */
export async function ocspRequest(
  certificate: Certificate,
  issuer: Certificate,
  { nonce }: { readonly nonce?: Uint8Array } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = encode(tag.sequence, encodeOid(sha1), Uint8Array.of(tag.null, 0))
  const name = encode(tag.octetString, await sha1Of(certificate.issuer.der))
  const key = encode(tag.octetString, await sha1Of(keyBits(issuer)))
  const id = encode(tag.sequence, algorithm, name, key, encode(tag.integer, certificate.serial))
  const list = encode(tag.sequence, encode(tag.sequence, id))
  const extensions = nonce ? [encode(tag.context(2), encode(tag.sequence, nonceExtension(nonce)))] : []
  return concat([encode(tag.sequence, encode(tag.sequence, list, ...extensions))])
}

function nonceExtension(nonce: Uint8Array): Uint8Array {
  return encode(
    tag.sequence,
    encodeOid(ocspOids.nonce),
    encode(tag.octetString, encode(tag.octetString, nonce)),
  )
}

import type { Certificate } from '../certificate.ts'
import { identifies } from './identifies.ts'
import { joined, readableCertificates } from './message.ts'
import { readSignedData } from './structure.ts'

/** What a CMS message says of itself; anyone can write any of it. */
export interface UnverifiedCms {
  /** Object identifier of the content's type. */
  readonly contentType: string
  /** Attached content; absent when the signature is detached. */
  readonly content?: Uint8Array
  /** The certificates of the message that can be read, in its order. */
  readonly certificates: readonly Certificate[]
  /** For each signer, the certificates that answer to the name it gives: one, unless somebody added another. */
  readonly signers: readonly (readonly Certificate[])[]
}

/**
 * Takes a CMS signed message apart and checks nothing: not the signature, not the digest, not the
 * certificates. For what must be known before anything can be trusted; a verdict is `verifyCms`.
 *
 * @throws VaultError `encoding-wrong`, `limit-exceeded`
 */
export function readUnverifiedCms(cms: Uint8Array): UnverifiedCms {
  const data = readSignedData(cms)
  const certificates = readableCertificates(data)
  return {
    contentType: data.contentType,
    ...(data.content && { content: joined(data.content) }),
    certificates,
    signers: data.signers.map(({ identifier }) => certificates.filter((one) => identifies(identifier, one))),
  }
}

import { sameBytes } from '../asn1/strict.ts'
import type { Certificate } from '../certificate.ts'
import type { SignerIdentifier } from './structure.ts'

/** Whether a certificate answers to the name by which a signer calls its own (RFC 5652 §5.3). */
export function identifies(identifier: SignerIdentifier, certificate: Certificate): boolean {
  if (identifier.kind === 'subjectKeyIdentifier') {
    const own = certificate.extensions.subjectKeyIdentifier
    return own !== undefined && sameBytes(own, identifier.keyIdentifier)
  }
  return sameBytes(identifier.serial, certificate.serial) && identifier.issuer.equals(certificate.issuer)
}

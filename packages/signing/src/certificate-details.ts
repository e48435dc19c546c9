import type { Certificate } from './certificate.ts'
import { pathExtensions } from './path/extensions.ts'
import { accessAddresses, listAddresses } from './revocation/points.ts'

/** What a certificate says beside who and until when. None of it takes part in a verdict. */
export interface CertificateDetails {
  /** Alternative names of the subject that are plain text; other kinds are left out. */
  readonly alternativeNames: readonly { readonly kind: 'email' | 'dns' | 'uri'; readonly value: string }[]
  /** Object identifiers of the policies it was issued under. */
  readonly policies: readonly string[]
  /** Addresses of its revocation lists. */
  readonly revocationLists: readonly string[]
  /** Addresses of OCSP responders. */
  readonly ocspResponders: readonly string[]
  /** Addresses of the issuer's certificate. */
  readonly issuerCertificates: readonly string[]
}

/**
 * Reads the extensions that tell where to ask about a certificate and how else its holder is named.
 * Addresses are as written by whoever made the certificate: fetch none without a rule of your own.
 *
 * @throws VaultError `certificate-wrong`, `encoding-wrong`, `limit-exceeded` when one of them is malformed
 */
export function certificateDetails(certificate: Certificate): CertificateDetails {
  const { alternativeNames = [], policies = [] } = pathExtensions(certificate)
  return {
    alternativeNames: alternativeNames.flatMap((name) =>
      'value' in name ? [{ kind: name.kind, value: name.value }] : [],
    ),
    policies,
    revocationLists: listAddresses(certificate),
    ocspResponders: accessAddresses(certificate, 'ocsp'),
    issuerCertificates: accessAddresses(certificate, 'issuers'),
  }
}

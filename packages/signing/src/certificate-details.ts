import { type AsnType, fromBER } from 'asn1js'
import { AltName, CertificatePolicies, CRLDistributionPoints, type GeneralName, InfoAccess } from 'pkijs'
import { Reader } from './asn1/reader.ts'
import { requireDer } from './asn1/strict.ts'
import type { Certificate } from './certificate.ts'
import { error } from './codes.ts'
import { extensionOf, extensionOids } from './extensions.ts'
import { problemOf } from './problems.ts'

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
  const names = parsed(certificate, extensionOids.subjectAltName, AltName)?.altNames ?? []
  const policies = parsed(certificate, extensionOids.certificatePolicies, CertificatePolicies)
  const points = parsed(certificate, extensionOids.crlDistributionPoints, CRLDistributionPoints)
  const access = parsed(certificate, extensionOids.authorityInformationAccess, InfoAccess)
  const located = (method: string) =>
    (access?.accessDescriptions ?? [])
      .filter((one) => one.accessMethod === method)
      .flatMap((one) => uris([one.accessLocation]))
  return {
    alternativeNames: names.flatMap(({ type, value }) => {
      const kind = kinds[type]
      return kind && typeof value === 'string' ? [{ kind, value }] : []
    }),
    policies: (policies?.certificatePolicies ?? []).map((one) => one.policyIdentifier),
    revocationLists: (points?.distributionPoints ?? []).flatMap((point) => {
      const name = point.distributionPoint
      return Array.isArray(name) ? uris(name) : []
    }),
    ocspResponders: located('1.3.6.1.5.5.7.48.1'),
    issuerCertificates: located('1.3.6.1.5.5.7.48.2'),
  }
}

/** GeneralName choices that hold text (RFC 5280 §4.2.1.6). */
const kinds: Readonly<Record<number, 'email' | 'dns' | 'uri'>> = { 1: 'email', 2: 'dns', 6: 'uri' }

function uris(names: readonly GeneralName[]): readonly string[] {
  return names.flatMap(({ type, value }) => (type === 6 && typeof value === 'string' ? [value] : []))
}

/** Reads one extension with pkijs, after our own walk bounded its depth, size and encoding. */
function parsed<T>(
  { extensions }: Certificate,
  oid: string,
  type: new (parameters: { schema: AsnType }) => T,
): T | undefined {
  const extension = extensionOf(extensions, oid)
  if (!extension) return undefined
  const reader = new Reader(extension.value)
  requireDer(reader.next())
  reader.finish()
  try {
    return new type({ schema: fromBER(extension.value).result })
  } catch (cause) {
    throw error('certificate-wrong', problemOf('the extension {oid} is malformed', { oid }), { cause })
  }
}

import { type Element, Reader, tag } from '../asn1/reader.ts'
import { readOid } from '../asn1/values.ts'
import type { Certificate } from '../certificate.ts'
import { error } from '../codes.ts'
import { extensionOf, extensionOids } from '../extensions.ts'
import { type GeneralName, readGeneralName, readGeneralNames } from '../general-name.ts'
import { limits } from '../limits.ts'
import { readPointName, readReasonFlags } from './crl.ts'
import type { RevocationReason } from './reasons.ts'

/** One distribution point of a certificate (RFC 5280 §4.2.1.13). */
export interface DistributionPoint {
  readonly names: readonly GeneralName[]
  /** Only these reasons; all when absent. */
  readonly reasons?: readonly RevocationReason[]
  /** Who issues the list when it is not the certificate's own issuer. */
  readonly crlIssuer?: readonly GeneralName[]
}

/**
 * Where the certificate's revocation lists are; none when it does not say.
 *
 * @throws VaultError `encoding-wrong`, `limit-exceeded`
 */
export function distributionPoints(certificate: Certificate): readonly DistributionPoint[] {
  return listOf(certificate, extensionOids.crlDistributionPoints).map((element) => {
    const fields = element.inside()
    const point = fields.optional(tag.context(0))
    const reasons = fields.optional(tag.contextPrimitive(1))
    const crlIssuer = fields.optional(tag.context(2))
    fields.finish()
    const issuers = crlIssuer && readGeneralNames(crlIssuer)
    const directory = issuers?.find((name) => name.kind === 'directory')
    const below = directory?.kind === 'directory' ? directory.name : certificate.issuer
    return {
      names: point ? readPointName(point, below) : [],
      ...(reasons && { reasons: readReasonFlags(reasons) }),
      ...(issuers && { crlIssuer: issuers }),
    }
  })
}

const accessMethods = { ocsp: '1.3.6.1.5.5.7.48.1', issuers: '1.3.6.1.5.5.7.48.2' } as const

/** Addresses of the OCSP responders, or of the issuer's certificates, that the certificate names. */
export function accessAddresses(
  certificate: Certificate,
  kind: keyof typeof accessMethods,
): readonly string[] {
  return listOf(certificate, extensionOids.authorityInformationAccess).flatMap((element) => {
    const fields = element.inside()
    const method = readOid(fields.expect(tag.oid))
    const location = readGeneralName(fields.next())
    fields.finish()
    return method === accessMethods[kind] && location.kind === 'uri' ? [location.value] : []
  })
}

/** Addresses of the certificate's revocation lists. */
export function listAddresses(certificate: Certificate): readonly string[] {
  return distributionPoints(certificate).flatMap(({ names }) =>
    names.flatMap((name) => (name.kind === 'uri' ? [name.value] : [])),
  )
}

function listOf({ extensions }: Certificate, oid: string): readonly Element[] {
  const extension = extensionOf(extensions, oid)
  if (!extension) return []
  const reader = new Reader(extension.value)
  const list = reader.expect(tag.sequence).inside()
  reader.finish()
  const members: Element[] = []
  while (!list.done) {
    if (members.length >= limits.distributionPoints) {
      throw error('limit-exceeded', { name: 'distributionPoints', limit: limits.distributionPoints })
    }
    members.push(list.expect(tag.sequence))
  }
  return members
}

import type { LicenceType } from '@licencevault/licence'
import type { AuthorityList, Entitlement, ListedAuthority } from '@licencevault/verify'
import { bodies } from './departments.ts'
import { licenceTypes } from './licence-types.ts'
import type { SealedCity } from './seals.ts'

export interface AuthorityListOptions extends Pick<ListedAuthority, 'receipts'> {
  /** 1 unless told. */
  readonly sequence?: number
  /** Instants, RFC 3339 in UTC with seconds. */
  readonly issuedAt: string
  readonly nextUpdate: string
  /** Keys of the QR tokens, the same for every authority; none unless told. */
  readonly paperKeys?: ListedAuthority['paperKeys']
}

/**
 * The content of the city's authority list: every department, its seal and what it may issue since 2019.
 * What the approval bureau issues, it took over from the defining authority on {@link handover}.
 */
export function authorityListOf(city: SealedCity, options: AuthorityListOptions): AuthorityList {
  const { sequence = 1, issuedAt, nextUpdate, paperKeys = [], receipts } = options
  return {
    sequence,
    issuedAt,
    nextUpdate,
    roots: [city.root.certificate],
    authorities: city.seals.map(({ department, identity }) => ({
      code: department.code,
      name: { en: department.nameEn, zh: department.name },
      sealCertificates: [identity.certificate],
      licenceTypes: licenceTypes.flatMap((type) => entitlements(type, department.code)),
      paperKeys,
      ...(receipts && { receipts }),
    })),
  }
}

/** When the approval bureau took over the types it issues (相对集中行政许可权). */
export const handover = '2024-07-01T00:00:00Z'
const beginning = '2019-01-01T00:00:00Z'

function entitlements(type: LicenceType, authority: string): Entitlement[] {
  const handedOver = type.issuingAuthorities.includes(bodies.approvals.code)
  if (type.issuingAuthorities.includes(authority)) {
    return [{ code: type.code, from: handedOver ? handover : beginning, to: null }]
  }
  if (handedOver && type.definingAuthority.code === authority) {
    return [{ code: type.code, from: beginning, to: handover }]
  }
  return []
}

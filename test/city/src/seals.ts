import type { AlgorithmName } from '@licencevault/keys'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { TSL_SIGNING } from '@licencevault/verify'
import { bodies, type Department, departments } from './departments.ts'

/** A department's electronic seal (电子印章): its certificate and its key. */
export interface Seal {
  readonly department: Department
  readonly identity: IssuedIdentity
}

/** The city's certification authority and all that it certified. */
export interface SealedCity {
  readonly root: TestCa
  /** Issues the seals, below the root. */
  readonly issuing: TestCa
  /** May seal the authority list. */
  readonly publisher: IssuedIdentity
  /** One for each department, in the order of `departments`. */
  readonly seals: readonly Seal[]
  /** The seal of a department by its USCC. Throws RangeError if there is none. */
  sealOf(code: string): Seal
}

export interface SealOptions {
  /** The root; a new one unless told. */
  readonly ca?: TestCa
  /** First and last instant of the seal certificates; since a day ago and for two years unless told. */
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/**
 * Makes a seal certificate for each department: ES256, but one each of RS256, PS256, ES384 and Ed25519.
 * Keys are new each time.
 */
export async function sealCity({ ca, ...period }: SealOptions = {}): Promise<SealedCity> {
  const begin = period.notBefore ? { notBefore: period.notBefore } : {}
  const root = ca ?? (await createCa({ name: certifier('云汀市电子印章根证书'), ...begin }))
  const issuing = await root.subCa({ name: certifier('云汀市电子印章签发证书'), pathLength: 0, ...begin })
  const publisher = await issuing.issue({
    subject: certifier('云汀市电子证照颁发机构名录'),
    extendedKeyUsage: [TSL_SIGNING],
    ...period,
  })
  const seals = await Promise.all(
    departments.map(async (department) => ({
      department,
      identity: await issueSeal(issuing, department, period),
    })),
  )
  const byCode = new Map(seals.map((seal) => [seal.department.code, seal]))
  return {
    root,
    issuing,
    publisher,
    seals,
    sealOf(code) {
      const seal = byCode.get(code)
      if (!seal) throw new RangeError(`the city has no department ${code}`)
      return seal
    },
  }
}

function issueSeal(
  issuing: TestCa,
  { code, name }: Department,
  period: Omit<SealOptions, 'ca'>,
): Promise<IssuedIdentity> {
  return issuing.issue({
    subject: { C: 'CN', O: name, organizationIdentifier: code, CN: `${name}电子印章` },
    algorithm: unusual[code] ?? 'ES256',
    ...period,
  })
}

const certifier = (CN: string) => ({ C: 'CN', O: '云汀市数字证书认证中心', CN })

const unusual: Readonly<Record<string, AlgorithmName>> = {
  [bodies.police.code]: 'ES384',
  [bodies.labour.code]: 'PS256',
  [bodies.fire.code]: 'RS256',
  [bodies.estate.code]: 'Ed25519',
}

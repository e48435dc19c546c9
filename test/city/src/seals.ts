import type { AlgorithmName } from '@licencevault/keys'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'
import { type Department, departments } from './departments.ts'

/** A department's electronic seal (电子印章): its certificate and its key. */
export interface Seal {
  readonly department: Department
  readonly identity: IssuedIdentity
}

/** The city's certification authority and all its seals. */
export interface SealedCity {
  readonly root: TestCa
  /** Issues the seals, below the root. */
  readonly issuing: TestCa
  /** One for each department, in the order of `departments`. */
  readonly seals: readonly Seal[]
}

export interface SealOptions {
  /** The root; a new one unless told. */
  readonly ca?: TestCa
  /** First and last instant of the seal certificates; a day ago and for two years unless told. */
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/**
 * Makes a seal certificate for each department: ES256, but one each of RS256, PS256, ES384 and Ed25519.
 * Keys are new each time.
 */
export async function sealCity({ ca, ...period }: SealOptions = {}): Promise<SealedCity> {
  const root = ca ?? (await createCa({ name: nameOf('云汀市电子印章根证书'), ...issuerPeriod(period) }))
  const issuing = await root.subCa({
    name: nameOf('云汀市电子印章签发证书'),
    pathLength: 0,
    ...issuerPeriod(period),
  })
  const seals = await Promise.all(
    departments.map(async (department, i) => ({
      department,
      identity: await issuing.issue({
        subject: {
          C: 'CN',
          O: department.name,
          organizationIdentifier: department.code,
          CN: `${department.name}电子印章`,
        },
        algorithm: unusual[i] ?? 'ES256',
        ...period,
      }),
    })),
  )
  return { root, issuing, seals }
}

const nameOf = (CN: string) => ({ C: 'CN', O: '云汀市数字证书认证中心', CN })

/** A CA's own certificate begins with those below it; how long it lasts is the CA's affair. */
const issuerPeriod = ({ notBefore }: SealOptions) => (notBefore ? { notBefore } : {})

/** By the place in `departments`. */
const unusual: Readonly<Record<number, AlgorithmName>> = {
  4: 'ES384',
  7: 'PS256',
  11: 'RS256',
  20: 'Ed25519',
}

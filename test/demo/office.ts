import { licenceTypes, type SealedCity, sealCity, templateOf } from '@licencevault/city'
import { openPress, type Press } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import type { Identity, Signer } from '@licencevault/keys'
import { generateKey } from '@licencevault/keys/software'
import { createCa } from '@licencevault/kit/ca'
import { composeQrToken, paperKeyId, qrUrl, type Statement, statementBytes } from '@licencevault/licence'
import { digest, sealPrepared } from '@licencevault/signing'
import { sealAuthorityList, TSL_SIGNING } from '@licencevault/verify'

/** All it takes to issue licences without a service: the city's seals, its faces and its paper key. */
export interface Office {
  readonly city: SealedCity
  /** An older seal of {@link endedSealOf}, rightly listed, whose certificate has ended. */
  readonly endedSeal: Identity
  /** The signed list of authorities: what anyone needs to check what is issued here. */
  readonly authorityList: Uint8Array
  /** Renders and seals, by the seal of the authority that the statement names unless told. */
  issue(statement: Statement, seal?: Identity): Promise<Uint8Array>
  /** Renders only: the same page, its signature prepared and not made. */
  render(statement: Statement): Promise<Uint8Array>
}

const day = 86_400_000
const year = 365 * day
/** The authority that changed its seal, by its place among the departments. */
const changedSeal = 1
/** Where the printed code leads; the city is fictitious, and so is its page. */
const verifyingPage = 'https://licence.yunting.example/v'

/** Makes a development CA, a seal for each department and a paper key, all new. */
export async function openOffice(now: Date): Promise<Office> {
  const since = new Date(now.getTime() - 3 * year)
  const period = { notBefore: since, notAfter: new Date(now.getTime() + 2 * year) }
  const root = await createCa({ name: { ...ca, CN: '云汀市开发用根证书' }, notBefore: since })
  const city = await sealCity({ ca: root, ...period })
  const endedSeal = await olderSeal(city, since, new Date(now.getTime() - 10 * day))
  const paperKey = await generateKey('Ed25519')
  const presses = new Map<string, Press>()
  const seals = new Map(city.seals.map(({ department, identity }) => [department.code, identity]))
  const render = async (statement: Statement) =>
    pressOf(statement, presses).render(statement, { qrText: await qrTextOf(statement, paperKey) })
  return {
    city,
    endedSeal,
    authorityList: await publish({ city, endedSeal, paperKey, since, now }),
    render,
    async issue(statement, seal = required(seals.get(statement.authority.code))) {
      return sealPrepared(await render(statement), seal, { time: now })
    },
  }
}

const ca = { C: 'CN', O: '云汀市数字证书认证中心' }

function olderSeal({ issuing, seals }: SealedCity, notBefore: Date, notAfter: Date): Promise<Identity> {
  const { name, code } = required(seals[changedSeal]).department
  const subject = { C: 'CN', O: name, organizationIdentifier: code, CN: `${name}电子印章` }
  return issuing.issue({ subject, notBefore, notAfter })
}

function pressOf({ type }: Statement, presses: Map<string, Press>): Press {
  const press = presses.get(type.code) ?? openPress(templateOf(type.code), notoFonts())
  presses.set(type.code, press)
  return press
}

async function qrTextOf(statement: Statement, paperKey: Signer): Promise<string> {
  const claims = {
    identifier: statement.identifier,
    statementDigest: await digest('SHA-256', statementBytes(statement)),
    validity: statement.validity,
  }
  return qrUrl(verifyingPage, await composeQrToken(claims, paperKey, await paperKeyId(paperKey.publicKey)))
}

interface Published {
  readonly city: SealedCity
  readonly endedSeal: Identity
  readonly paperKey: Signer
  readonly since: Date
  readonly now: Date
}

/** The list of authorities, sealed by a publisher whom the CA entitled to that. */
async function publish({ city, endedSeal, paperKey, since, now }: Published): Promise<Uint8Array> {
  const from = rfc3339(since)
  const publisher = await city.root.issue({
    subject: { ...ca, CN: '机构名录发布者' },
    extendedKeyUsage: [TSL_SIGNING],
    notBefore: since,
    notAfter: new Date(now.getTime() + year),
  })
  const authorities = city.seals.map(({ department, identity }, index) => ({
    code: department.code,
    name: { en: department.nameEn, zh: department.name },
    sealCertificates: [identity, ...(index === changedSeal ? [endedSeal] : [])].map(
      ({ certificate }) => certificate,
    ),
    licenceTypes: licenceTypes
      .filter(({ issuingAuthorities }) => issuingAuthorities.includes(department.code))
      .map(({ code }) => ({ code, from, to: null })),
    paperKeys: [{ publicKey: paperKey.publicKey, from, to: null }],
  }))
  const list = {
    sequence: 1,
    issuedAt: rfc3339(now),
    nextUpdate: rfc3339(new Date(now.getTime() + 90 * day)),
    roots: [city.root.certificate],
    authorities,
  }
  return sealAuthorityList(list, publisher)
}

const rfc3339 = (date: Date) => `${date.toISOString().slice(0, 19)}Z`

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('this office has no such seal')
  return value
}

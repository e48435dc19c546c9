import { authorityListOf, type SealedCity, sealCity, templateOf } from '@licencevault/city'
import { openPress, type Press } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import type { Identity, Signer } from '@licencevault/keys'
import { generateKey } from '@licencevault/keys/software'
import { createCa } from '@licencevault/kit/ca'
import { composeQrToken, paperKeyId, qrUrl, type Statement, statementBytes } from '@licencevault/licence'
import { digest, sealPrepared } from '@licencevault/signing'
import { sealAuthorityList } from '@licencevault/verify'

/** All it takes to issue licences without a service: the city's seals, its faces and its paper key. */
export interface Office {
  readonly city: SealedCity
  /** An older seal of one of the authorities, rightly listed, whose certificate has ended. */
  readonly endedSeal: Identity
  /** The signed list of authorities: what anyone needs to check what is issued here. */
  readonly authorityList: Uint8Array
  /** Renders and seals, by the seal of the authority that the statement names unless told. */
  issue(statement: Statement, seal?: Identity): Promise<Uint8Array>
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
  const root = await createCa({ name: rootName, notBefore: since })
  const city = await sealCity({ ca: root, ...period })
  const endedSeal = await olderSeal(city, since, new Date(now.getTime() - 10 * day))
  const paperKey = await generateKey('Ed25519')
  const pressOf = pressRoom()
  const render = async (statement: Statement) =>
    pressOf(statement).render(statement, { qrText: await qrTextOf(statement, paperKey) })
  return {
    city,
    endedSeal,
    authorityList: await publish({ city, endedSeal, paperKey, since, now }),
    async issue(statement, seal = city.sealOf(statement.authority.code).identity) {
      return sealPrepared(await render(statement), seal, { time: now })
    },
  }
}

/** What the development CA is called. */
export const rootName = { C: 'CN', O: '云汀市数字证书认证中心', CN: '云汀市开发用根证书' }

function olderSeal({ issuing, seals }: SealedCity, notBefore: Date, notAfter: Date): Promise<Identity> {
  const { name, code } = required(seals[changedSeal]).department
  const subject = { C: 'CN', O: name, organizationIdentifier: code, CN: `${name}电子印章` }
  return issuing.issue({ subject, notBefore, notAfter })
}

/** Gives a press for each type, opened when it is first asked for; the fonts are read once. */
function pressRoom(): (statement: Statement) => Press {
  const fonts = notoFonts()
  const presses = new Map<string, Press>()
  return ({ type }) => {
    const press = presses.get(type.code) ?? openPress(templateOf(type), fonts)
    presses.set(type.code, press)
    return press
  }
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
  const list = authorityListOf(city, {
    issuedAt: rfc3339(now),
    nextUpdate: rfc3339(new Date(now.getTime() + 90 * day)),
    paperKeys: [{ publicKey: paperKey.publicKey, from: rfc3339(since), to: null }],
  })
  const authorities = list.authorities.map((authority, index) =>
    index === changedSeal
      ? { ...authority, sealCertificates: [...authority.sealCertificates, endedSeal.certificate] }
      : authority,
  )
  return sealAuthorityList({ ...list, authorities }, city.publisher)
}

const rfc3339 = (date: Date) => `${date.toISOString().slice(0, 19)}Z`

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('this office has no such seal')
  return value
}

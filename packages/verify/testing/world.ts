import type { Identity } from '@licencevault/keys'
import { generateKey } from '@licencevault/keys/software'
import { composeIdentifier, type Statement, statementBytes } from '@licencevault/licence'
import { type AlgorithmPolicy, defaultAlgorithmPolicy, sealPrepared } from '@licencevault/signing'
import { createCa } from '../../../test/kit/src/ca.ts'
import { type AuthorityList, openTrust, sealAuthorityList, TSL_SIGNING } from '../src/index.ts'
import { type TinyAttachment, tinyPdf } from './tiny-pdf.ts'

/**
 * A small world that really seals: two authorities under one CA, their list and its publisher, and a
 * second CA with all the same names that nobody trusts. Codes are synthetic: division 3399xx is
 * assigned to nobody.
 */
export const at = new Date('2026-11-23T10:00:00Z')
export const sealedAt = new Date('2026-11-20T01:00:00Z')

const period = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-12-31T23:59:59Z') }
const caPeriod = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2039-12-31T23:59:59Z') }

export const market = {
  code: '11339900MB9X00023D',
  name: { en: 'Yunting Administration for Market Regulation', zh: '云汀市市场监督管理局' },
}
export const health = {
  code: '11339900MB9X0004X0',
  name: { en: 'Yunting Health Commission', zh: '云汀市卫生健康委员会' },
}
export const stranger = { code: '11339999MB9X00998L', name: { en: 'Office of Another City', zh: '外市机构' } }
export const foodPermit = { code: '11339900MB9X00023D009', version: 1, name: '食品经营许可证' }
export const clinicPermit = { code: '11339900MB9X0004X0011', version: 1, name: '医疗机构执业许可证' }

const names = {
  market: { CN: '云汀市市场监督管理局电子印章', O: '云汀市市场监督管理局', C: 'CN' },
  health: { CN: '云汀市卫生健康委员会电子印章', O: '云汀市卫生健康委员会', C: 'CN' },
  publisher: { CN: '机构名录', O: '数据局', C: 'CN' },
}

export const ca = await createCa({ name: { CN: '城市根证书', C: 'CN' }, ...caPeriod })
export const seals = {
  market: await ca.issue({ subject: names.market, ...period }),
  health: await ca.issue({ subject: names.health, ...period }),
  /** Of the market bureau, ended before the moment of judging. */
  ended: await ca.issue({
    subject: names.market,
    notBefore: new Date('2024-01-01T00:00:00Z'),
    notAfter: new Date('2026-06-30T23:59:59Z'),
  }),
  /** Of the market bureau, never listed. */
  unlisted: await ca.issue({ subject: names.market, ...period }),
  /** Of somebody who is in no list. */
  stranger: await ca.issue({ subject: { CN: '外市机构', C: 'CN' }, ...period }),
  /** For encrypting only. */
  encrypting: await ca.issue({ subject: names.market, ...period, keyUsage: ['keyEncipherment'] }),
}
export const publisher = await ca.issue({
  subject: names.publisher,
  ...period,
  extendedKeyUsage: [TSL_SIGNING],
})

const imitation = await createCa({ name: { CN: '城市根证书', C: 'CN' }, ...caPeriod })
export const imitated = {
  market: await imitation.issue({ subject: names.market, ...period }),
  other: await imitation.issue({ subject: { CN: '不知名', C: 'CN' }, ...period }),
  publisher: await imitation.issue({ subject: names.publisher, ...period, extendedKeyUsage: [TSL_SIGNING] }),
}

export const paper = {
  market: await generateKey('Ed25519'),
  health: await generateKey('Ed25519'),
  lost: await generateKey('Ed25519'),
  nobody: await generateKey('Ed25519'),
}

const since2020 = { from: '2020-01-01T00:00:00Z', to: null }
export const list: AuthorityList = {
  sequence: 7,
  issuedAt: '2026-11-01T00:00:00Z',
  nextUpdate: '2026-12-01T00:00:00Z',
  roots: [ca.certificate],
  authorities: [
    {
      ...market,
      sealCertificates: [seals.market, seals.ended, seals.encrypting].map(({ certificate }) => certificate),
      licenceTypes: [
        { code: foodPermit.code, from: '2020-01-01T00:00:00Z', to: '2026-11-22T00:00:00Z' },
        { code: foodPermit.code, from: '2026-11-22T16:00:00Z', to: null },
      ],
      paperKeys: [
        { publicKey: paper.market.publicKey, ...since2020 },
        { publicKey: paper.lost.publicKey, from: '2020-01-01T00:00:00Z', to: '2026-10-01T00:00:00Z' },
      ],
    },
    {
      ...health,
      sealCertificates: [seals.health.certificate],
      licenceTypes: [{ code: clinicPermit.code, ...since2020 }],
      paperKeys: [{ publicKey: paper.health.publicKey, ...since2020 }],
    },
  ],
}

export const sealedList = await sealAuthorityList(list, publisher)
export const trust = await openTrust({ roots: [ca.certificate], authorityList: sealedList, at })

/** Trust in this world with another list or policy, opened while every algorithm was good. */
export async function trustIn(changed: Partial<AuthorityList>, policy = defaultAlgorithmPolicy) {
  const authorityList = await sealAuthorityList({ ...list, ...changed }, publisher)
  return openTrust({ roots: [ca.certificate], authorityList, at: new Date('2026-11-10T00:00:00Z'), policy })
}

/** A policy by which a curve or hash is good enough until a moment. */
export function ending(name: string, until: string): AlgorithmPolicy {
  const rules = defaultAlgorithmPolicy.rules.map((rule) => (rule.name === name ? { ...rule, until } : rule))
  return { name: `${name} until ${until}`, rules }
}

/** A food permit of the market bureau, or what is told otherwise. */
export function statement(changed: Partial<Statement> = {}): Statement {
  const type = changed.type ?? foodPermit
  const authority = changed.authority ?? { code: market.code, name: market.name.zh }
  const parts = { typeCode: type.code, issuerCode: authority.code, serial: '20260001', version: 1 }
  return {
    format: 'licencevault.statement/1',
    type,
    template: 'a'.repeat(64),
    renderer: '1.0.0',
    identifier: composeIdentifier(parts),
    number: 'JY13399020000001',
    holders: [{ name: '山风茶馆', code: '92339902MA9000011T', codeType: '001' }],
    fields: { address: '云汀市汀南区' },
    validity: { from: '2026-11-20', until: '2031-11-19' },
    authority,
    issuedAt: '2026-11-20T01:00:00Z',
    issuedOn: '2026-11-20',
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    ...changed,
  }
}

export interface Licence {
  readonly seal?: Identity
  readonly time?: Date
  readonly attachments?: readonly TinyAttachment[]
  readonly face?: string
}

/** A sealed licence file with this statement. */
export function licence(said: Statement = statement(), options: Licence = {}): Promise<Uint8Array> {
  return sealedFile(
    [{ name: 'statement.json', bytes: statementBytes(said) }, ...(options.attachments ?? [])],
    options,
  )
}

/** A sealed file with these attachments. */
export function sealedFile(
  attachments: readonly TinyAttachment[],
  options: Licence = {},
): Promise<Uint8Array> {
  const { seal = seals.market, time = sealedAt, face = 'Licence' } = options
  return sealPrepared(tinyPdf(face, attachments), seal, { time })
}

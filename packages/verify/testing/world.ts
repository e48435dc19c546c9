import type { Identity } from '@licencevault/keys'
import { generateKey } from '@licencevault/keys/software'
import { composeIdentifier, type Statement, statementBytes } from '@licencevault/licence'
import { sealPrepared } from '@licencevault/signing'
import { createCa } from '../../../test/kit/src/ca.ts'
import { type AuthorityList, openTrust, sealAuthorityList, TSL_SIGNING } from '../src/index.ts'
import { type TinyAttachment, tinyPdf } from './tiny-pdf.ts'

/**
 * A small world that really seals: two authorities under one CA, their list and its publisher, and a
 * second CA with all the same names that nobody trusts.
 */
export const at = new Date('2026-11-23T10:00:00Z')
export const sealedAt = new Date('2026-11-20T01:00:00Z')

const period = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-12-31T23:59:59Z') }
const caPeriod = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2039-12-31T23:59:59Z') }

export const market = {
  code: '11330105002500287C',
  name: { en: 'Market Regulation Bureau', zh: '市场监督管理局' },
}
export const health = { code: '11430000006122244L', name: { en: 'Health Commission', zh: '卫生健康委员会' } }
export const stranger = { code: '11220000013544541J', name: { en: 'Another Province', zh: '外省机构' } }
export const foodPermit = { code: '11100000000013338W009', version: 1, name: '食品经营许可证' }
export const clinicPermit = { code: '11100000000013338W011', version: 1, name: '医疗机构执业许可证' }

const names = {
  market: { CN: '市场监督管理局电子印章', O: '市场监督管理局', C: 'CN' },
  health: { CN: '卫生健康委员会电子印章', O: '卫生健康委员会', C: 'CN' },
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
  stranger: await ca.issue({ subject: { CN: '外省机构', C: 'CN' }, ...period }),
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

/** Trust in this world with another list. */
export async function trustIn(changed: Partial<AuthorityList>) {
  const authorityList = await sealAuthorityList({ ...list, ...changed }, publisher)
  return openTrust({ roots: [ca.certificate], authorityList, at })
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
    number: 'JY13301050000001',
    holders: [{ name: '山风茶馆', code: '11220000013544541J', codeType: '001' }],
    fields: { address: '衢州市柯城区' },
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

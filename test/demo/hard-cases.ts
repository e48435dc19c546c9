import { readFile } from 'node:fs/promises'
import { makeOrders, templateOf, typeOf } from '@licencevault/city'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import type { Words } from '@licencevault/errors'
import type { Identity } from '@licencevault/keys'
import { createCa } from '@licencevault/kit/ca'
import {
  addDays,
  composeIdentifier,
  type Order,
  readStatement,
  requireIdentifier,
  type Statement,
  statementBytes,
} from '@licencevault/licence'
import { readCertificate, sealPrepared, verifyPdf } from '@licencevault/signing'
import { derOf } from '../../services/vault/src/development/authority.ts'
import { changedSeal, endedSeal } from './catalogue.ts'
import { withChangedByte, withChangedFace, withOtherStatement, withoutSeal } from './forgeries.ts'
import { issueOne } from './issue.ts'
import type { VaultService } from './vault-service.ts'

/** One file that is hard to judge, and what was done to it. */
export interface HardCase {
  readonly name: string
  readonly story: Words
  readonly file: Uint8Array
}

const day = 86_400_000

/** The twelve cases, each a file anyone can open. */
export async function hardCases(vault: VaultService, run: string, on: string): Promise<HardCase[]> {
  const [order, past] = ordersOf(run, on)
  const { file: genuine } = await issueOne(vault.client, `demo-${run}-genuine`, order)
  const { file: expired } = await issueOne(vault.client, `demo-${run}-expired`, past)
  const { statement, receipt } = await partsOf(genuine, vault)
  const outsider = await anotherAuthority(vault, order)
  const seal = await vault.sealOf(changedSeal)
  return [
    told('genuine', genuine, 'As the authority issued it', '颁发机构签发的原件'),
    told(
      'face-changed',
      await withChangedFace(genuine, 'ANOTHER HOLDER'),
      'Another name written over the face, appended after the seal',
      '签章后在版面上追加了别的内容',
    ),
    told(
      'statement-replaced',
      await withOtherStatement(genuine, statementBytes({ ...statement, number: `${statement.number}9` })),
      'The attached statement replaced, appended after the seal',
      '签章后替换了所附的证照数据',
    ),
    told(
      'byte-changed',
      withChangedByte(genuine),
      'One byte changed under the seal',
      '签章范围内改动了一个字节',
    ),
    told(
      'other-ca',
      await sealed(statement, await imitate(seal), receipt),
      'A complete, valid seal by another CA with the same names',
      '另一个同名证书机构签发的完整印章',
    ),
    told(
      'not-entitled',
      await sealed(asIssuedBy(statement, outsider), await vault.sealOf(outsider.code)),
      'A genuine seal of an authority that may not issue this type',
      '真实印章，但该机构无权颁发此类证照',
    ),
    told(
      'stolen-seal',
      await sealed({ ...statement, number: `${statement.number}8` }, seal, receipt),
      'Made with the authority’s own stolen seal, carrying the receipt of another licence',
      '以被盗用的真实印章签发，并附上另一证照的登记回执',
    ),
    told(
      'no-receipt',
      await sealed(statement, seal),
      'The same seal, and no receipt of the ledger at all',
      '真实印章，但没有账本登记回执',
    ),
    told('expired', expired, 'Genuine, its validity over', '真实，但有效期已过'),
    told(
      'seal-had-ended',
      await sealed(statement, await endedSeal(vault), receipt),
      'Sealed with a certificate that had ended before',
      '签章时印章证书已经过期',
    ),
    told('no-seal', await withoutSeal(), 'A PDF without a seal', '没有电子签章的 PDF'),
    told(
      'no-pdf',
      new TextEncoder().encode('This is a licence. 这是一张证照。\n'),
      'A file that is no PDF',
      '根本不是 PDF 的文件',
    ),
  ]
}

function told(name: string, file: Uint8Array, en: string, zh: string): HardCase {
  return { name, file, story: { en, zh } }
}

/** A food licence of the authority whose older seal has ended, and one whose validity is over. */
function ordersOf(run: string, on: string): readonly [Order, Order] {
  const types = [typeOf('11339900MB9X00023D004')]
  const drawn = makeOrders({ seed: `hard ${run}`, count: 200, types, on })
  const own = [...drawn].filter(({ authority }) => authority.code === changedSeal)
  const [order, past] = own
  if (!order || !past) throw new RangeError('the authority issues food licences')
  const from = addDays(on, -1_900)
  return [order, { ...past, validity: { from, until: addDays(from, 1_825) } }]
}

/** What a licence file carries. */
async function partsOf(file: Uint8Array, { settings }: VaultService) {
  const roots = await Promise.all(settings.keys.roots.map((root) => readFile(root)))
  const { attachments } = await verifyPdf(file, {
    roots: roots.map((pem) => derOf(pem.toString())),
    at: new Date(),
  })
  const named = (name: string) => {
    const found = attachments.find((one) => one.name === name)
    if (!found) throw new RangeError(`a licence carries ${name}`)
    return found.bytes
  }
  return { statement: readStatement(named('statement.json')), receipt: named('receipt.tlog') }
}

/** Draws and seals a licence as somebody would who has the software and a seal, and no vault. */
async function sealed(statement: Statement, seal: Identity, receipt?: Uint8Array): Promise<Uint8Array> {
  const page = render(statement, templateOf(typeOf(statement.type.code)), {
    fonts: notoFonts(),
    ...(receipt && { receipt }),
  })
  return sealPrepared(page, seal, { time: new Date(statement.issuedAt) })
}

/** Another authority altogether, whose seal is as genuine. */
async function anotherAuthority({ client }: VaultService, { type }: Order) {
  const { authorities } = await client.catalogue.findAuthorities({ page: { size: 100 } })
  const found = authorities.find(
    ({ entitlements }) => !entitlements.some(({ typeCode }) => typeCode === type.code),
  )
  if (!found) throw new RangeError('every authority may issue this type')
  return { code: found.code, name: found.name?.zh ?? '' }
}

/** The same licence as if that authority had issued it. */
function asIssuedBy(statement: Statement, authority: Statement['authority']): Statement {
  const { typeCode, serial, version } = requireIdentifier(statement.identifier).parts
  const identifier = composeIdentifier({ typeCode, issuerCode: authority.code, serial, version })
  return { ...statement, authority, identifier }
}

/** A CA and a seal whose every name is that of the real ones; only the keys are others. */
async function imitate({ certificate, chain }: Identity): Promise<Identity> {
  const notBefore = new Date(Date.now() - 30 * day)
  const [root] = chain
  const ca = await createCa({ name: nameIn(root ?? certificate), notBefore })
  return ca.issue({ subject: nameIn(certificate), notBefore })
}

function nameIn(der: Uint8Array) {
  const { subject } = readCertificate(der)
  const [C, O, CN] = ['2.5.4.6', '2.5.4.10', '2.5.4.3'].map((oid) => subject.get(oid) ?? '')
  const organizationIdentifier = subject.get('2.5.4.97')
  return { C: C ?? '', O: O ?? '', CN: CN ?? '', ...(organizationIdentifier && { organizationIdentifier }) }
}

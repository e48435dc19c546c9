import { licenceTypes, makeStatements, type Seal, sealCity } from '@licencevault/city'
import type { Words } from '@licencevault/errors'
import type { Identity } from '@licencevault/keys'
import { createCa } from '@licencevault/kit/ca'
import { composeIdentifier, requireIdentifier, type Statement, statementBytes } from '@licencevault/licence'
import { withChangedByte, withChangedFace, withOtherStatement, withoutSeal } from './forgeries.ts'
import { type Office, rootName } from './office.ts'

/** One file that is hard to judge, and what was done to it. */
export interface HardCase {
  readonly name: string
  readonly story: Words
  readonly file: Uint8Array
}

const day = 86_400_000

/** The ten cases, each a file anyone can open. */
export async function hardCases(office: Office, now: Date): Promise<HardCase[]> {
  const [ended, statement] = [office.endedSeal, drawStatement(now)]
  const genuine = await office.issue(statement)
  const other: Statement = { ...statement, number: `${statement.number}9` }
  const outsider = outsiderTo(statement, office)
  return [
    {
      name: 'genuine',
      story: { en: 'As the authority issued it', zh: '颁发机构签发的原件' },
      file: genuine,
    },
    {
      name: 'face-changed',
      story: {
        en: 'Another name written over the face, appended after the seal',
        zh: '签章后在版面上追加了别的内容',
      },
      file: await withChangedFace(genuine, 'ANOTHER HOLDER'),
    },
    {
      name: 'statement-replaced',
      story: {
        en: 'The attached statement replaced, appended after the seal',
        zh: '签章后替换了所附的证照数据',
      },
      file: await withOtherStatement(genuine, statementBytes(other)),
    },
    {
      name: 'byte-changed',
      story: { en: 'One byte changed under the seal', zh: '签章范围内改动了一个字节' },
      file: withChangedByte(genuine),
    },
    {
      name: 'other-ca',
      story: {
        en: 'A complete, valid seal by another CA with the same names',
        zh: '另一个同名证书机构签发的完整印章',
      },
      file: await office.issue(statement, await imitate(statement, office, now)),
    },
    {
      name: 'not-entitled',
      story: {
        en: 'A genuine seal of an authority that may not issue this type',
        zh: '真实印章，但该机构无权颁发此类证照',
      },
      file: await office.issue(asIssuedBy(statement, outsider), outsider.identity),
    },
    {
      name: 'expired',
      story: { en: 'Genuine, its validity over', zh: '真实，但有效期已过' },
      file: await office.issue({
        ...statement,
        validity: { from: civil(now, -800), until: civil(now, -70) },
      }),
    },
    {
      name: 'seal-had-ended',
      story: { en: 'Sealed with a certificate that had ended before', zh: '签章时印章证书已经过期' },
      file: await office.issue(statement, ended),
    },
    {
      name: 'no-seal',
      story: { en: 'A PDF without a seal', zh: '没有电子签章的 PDF' },
      file: await withoutSeal(),
    },
    {
      name: 'no-pdf',
      story: { en: 'A file that is no PDF', zh: '根本不是 PDF 的文件' },
      file: new TextEncoder().encode('This is a licence. 这是一张证照。\n'),
    },
  ]
}

/** A food licence of the municipal authority whose older seal has ended. */
function drawStatement(now: Date): Statement {
  const types = licenceTypes.filter(({ name }) => name === '食品经营许可证')
  for (const statement of makeStatements({ seed: 'hard cases', count: 100, types, on: civil(now, -1) })) {
    if (statement.authority.name === '云汀市市场监督管理局') return statement
  }
  throw new RangeError('the city issues food licences')
}

/** The civil date so many days from now. */
const civil = (now: Date, days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)

/** Another authority altogether, whose seal is as genuine. */
function outsiderTo(statement: Statement, { city }: Office): Seal {
  const issuers = licenceTypes.find(({ code }) => code === statement.type.code)?.issuingAuthorities ?? []
  const found = city.seals.find(({ department }) => !issuers.includes(department.code))
  if (!found) throw new RangeError('every authority may issue this type')
  return found
}

/** The same licence as if that authority had issued it. */
function asIssuedBy(statement: Statement, { department }: Seal): Statement {
  const { typeCode, serial, version } = requireIdentifier(statement.identifier).parts
  return {
    ...statement,
    authority: { code: department.code, name: department.name },
    identifier: composeIdentifier({ typeCode, issuerCode: department.code, serial, version }),
  }
}

/** A CA and a seal whose every name is that of the real ones; only the keys are others. */
async function imitate({ authority }: Statement, { city }: Office, now: Date): Promise<Identity> {
  const notBefore = new Date(now.getTime() - 30 * day)
  const root = await createCa({ name: rootName, notBefore })
  const copy = await sealCity({ ca: root, notBefore })
  const seal = copy.seals.find(({ department }) => department.code === authority.code)
  if (!seal || copy.seals.length !== city.seals.length) throw new RangeError('a copy has the same seals')
  return seal.identity
}

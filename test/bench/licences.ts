import { authorityListOf, licenceTypes, makeStatements, sealCity, templateOf } from '@licencevault/city'
import { openPress } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import type { Statement } from '@licencevault/licence'
import { sealPrepared } from '@licencevault/signing'
import { sealAuthorityList } from '@licencevault/verify'

/** An A4 page of a fixed table, the commonest kind there is. */
export function commonType() {
  const type = licenceTypes.find(({ name }) => name === '食品经营许可证')
  if (!type) throw new RangeError('the city has no licence for food')
  return type
}

export const commonStatements = (count: number): Statement[] => [
  ...makeStatements({ seed: 'bench', count, types: [commonType()] }),
]

/** As long as a URL with a token in it is. */
export const qrText = `https://licence.yunting.example/v#${'A'.repeat(290)}`

/** Sealed licences of one type, with all that it takes to verify them. */
export async function sealedLicences(count: number, at: Date) {
  const day = 86_400_000
  const since = new Date(at.getTime() - 900 * day)
  const city = await sealCity({ notBefore: since, notAfter: new Date(at.getTime() + 900 * day) })
  const list = authorityListOf(city, {
    issuedAt: second(new Date(at.getTime() - day)),
    nextUpdate: second(new Date(at.getTime() + 30 * day)),
  })
  const press = openPress(templateOf(commonType()), notoFonts())
  const files: Uint8Array[] = []
  for (const statement of commonStatements(count)) {
    const { identity } = city.sealOf(statement.authority.code)
    files.push(await sealPrepared(press.render(statement, { qrText }), identity, { time: at }))
  }
  return {
    files,
    root: city.root.certificate,
    authorityList: await sealAuthorityList(list, city.publisher),
  }
}

const second = (time: Date) => `${time.toISOString().slice(0, 19)}Z`

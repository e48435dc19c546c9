import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { templateOf } from '@licencevault/city'
import { openPress, type Page } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { type Statement, statementBytes } from '@licencevault/licence'
import { sealPrepared } from '@licencevault/signing'
import { nth, office, webKey } from './corpus.ts'
import { commonStatements, commonType, qrText } from './licences.ts'
import { compare, type Row } from './measure.ts'
import { libpdfLicence, type PlainLicence } from './reference/libpdf.ts'

/** Distinct licences of one type; more than either side gets through in a round. */
const licences = 512

/** A Chinese A4 licence with QR code and statement, rendered and sealed, each of them another. */
export async function bench(): Promise<Row[]> {
  const { identity } = await office('ES256')
  const statements = commonStatements(licences)
  const press = openPress(templateOf(commonType()), notoFonts())
  const time = new Date()
  const render = (index: number) => press.render(nth(statements, index), { qrText })

  const font = readFileSync(
    createRequire(import.meta.resolve('@licencevault/document')).resolve(
      '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    ),
  )
  const seal = { key: await webKey(identity), certificate: identity.certificate, chain: identity.chain }
  const plain = statements.map((statement) => plainly(statement, press.layOut(statement)))
  const reference = {
    name: '@libpdf/core',
    known: 20,
    run: (index: number) => libpdfLicence(nth(plain, index), font, seal),
  }
  return [
    await compare({
      clock: 'core',
      what: 'render and seal a licence',
      ours: (index) => sealPrepared(render(index), identity, { time }),
      reference,
      goal: 15,
    }),
  ]
}

/** The same words in the same places on the first page, as an ordinary library is told them. */
function plainly(statement: Statement, [page]: readonly Page[]): PlainLicence {
  if (!page) throw new RangeError('a licence has a page')
  const runs = [...page.fixed.runs, ...page.filled.runs]
  return {
    width: page.width,
    height: page.height,
    texts: runs.map(({ x, y, size, characters }) => ({
      text: String.fromCodePoint(...characters.map(({ codePoint }) => codePoint)),
      x,
      y: page.height - y,
      size,
    })),
    statement: statementBytes(statement),
  }
}

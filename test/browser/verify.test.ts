import { gzipSync } from 'node:zlib'
import { authorityListOf, makeStatements, sealCity, templateOf } from '@licencevault/city'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { bundleOf, type OpenPage, openPage, type Page } from '@licencevault/kit/browser'
import { describeWith } from '@licencevault/kit/programs'
import { sealPrepared } from '@licencevault/signing'
import {
  type AlgorithmPolicy,
  openTrust,
  sealAuthorityList,
  verifyLicence,
  verifyQr,
} from '@licencevault/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licenceCases } from '../../packages/verify/testing/licence-cases.ts'
import { qrCases } from '../../packages/verify/testing/qr-cases.ts'
import { at, ca, list, publisher } from '../../packages/verify/testing/world.ts'

/** What one page asks, as plain values. */
interface Question {
  readonly file?: string
  readonly text?: string
  readonly root: string
  readonly authorityList: string
  readonly at: string
  readonly openedAt: string
  readonly policy?: AlgorithmPolicy
}

const built = await bundleOf("export * from '@licencevault/verify'", import.meta.dirname)

describe('the bundle for a page', () => {
  it('asks Node for nothing and carries no font', () => {
    const inputs = Object.keys(built.metafile.inputs)
    const imports = Object.values(built.metafile.outputs).flatMap((output) => output.imports)
    expect(imports).toEqual([])
    expect(inputs.filter((path) => /\.(ttf|otf|woff2?)$|(^|:)node:|crypto\/node\.ts/.test(path))).toEqual([])
    expect(inputs.some((path) => path.endsWith('packages/signing/src/crypto/web.ts'))).toBe(true)
  })

  it('is small enough for a phone', () => {
    const [output] = built.outputFiles
    const script = output?.contents ?? new Uint8Array()
    const [plain, packed] = [script.length / 1024, gzipSync(script).length / 1024]
    process.stdout.write(
      `bundle of @licencevault/verify: ${plain.toFixed(0)} KB minified, ${packed.toFixed(0)} KB packed\n`,
    )
    expect(plain).toBeGreaterThan(20)
    expect(plain).toBeLessThan(sizeLimits.minified)
    expect(packed).toBeLessThan(sizeLimits.packed)
  })

  it('carries no library for ASN.1 or CBOR', () => {
    const foreign = Object.keys(built.metafile.inputs).filter((path) => path.includes('node_modules'))
    expect(foreign.filter((path) => /asn1js|pkijs|cborg|peculiar|forge/.test(path))).toEqual([])
  })
})

/** Kilobytes; the README says what they are made of. */
const sizeLimits = { minified: 320, packed: 115 }

describeWith('chromium', 'in Chromium', ({ path }) => {
  let opened: OpenPage
  let page: Page
  beforeAll(async () => {
    const script = built.outputFiles[0]?.contents ?? ''
    opened = await openPage(path, { '/': ['text/html', html], '/verify.js': ['text/javascript', script] })
    page = opened.page
  })
  afterAll(() => opened?.close())

  it.each(licenceCases)('says of $name what Node says', async ({ file, verdict, ...told }) => {
    const authorityList = await sealAuthorityList({ ...list, ...told.list }, publisher)
    const moment = told.at ?? at
    const bytes = await file()
    const trust = await openTrust({ roots: [ca.certificate], authorityList, at: openedAt, ...policyOf(told) })
    const here = await verifyLicence(bytes, trust, { at: moment })
    const asked = { ...question(authorityList, moment), ...policyOf(told) }
    const there = await ask(page, { file: base64(bytes), ...asked })
    expect(there).toEqual(JSON.parse(JSON.stringify(here)))
    expect(there).toMatchObject({ verdict })
  })

  it('says of a licence of the sample city, drawn and sealed, what Node says, and of it altered', async () => {
    const { city, file, authorityList } = await licenceOfTheCity()
    const root = city.root.certificate
    const trust = await openTrust({ roots: [root], authorityList, at: openedAt })
    for (const [bytes, verdict] of [
      [file, 'valid'],
      [file.with(file.length - 1, 0x20), 'altered'],
    ] as const) {
      const here = await verifyLicence(bytes, trust, { at })
      const there = await ask(page, {
        file: base64(bytes),
        ...question(authorityList, at),
        root: base64(root),
      })
      expect(there).toEqual(JSON.parse(JSON.stringify(here)))
      expect(there).toMatchObject({ verdict })
    }
  })

  it.each(qrCases)('says of the code of $name what Node says', async ({ text, verdict, ...told }) => {
    const authorityList = await sealAuthorityList(list, publisher)
    const moment = told.at ?? at
    const scanned = await text()
    const trust = await openTrust({ roots: [ca.certificate], authorityList, at: openedAt, ...policyOf(told) })
    const here = await verifyQr(scanned, trust, { at: moment })
    const there = await ask(page, { text: scanned, ...question(authorityList, moment), ...policyOf(told) })
    expect(there).toEqual(JSON.parse(JSON.stringify(here)))
    expect(there).toMatchObject({ verdict })
  })
})

const html = `<!doctype html>
<title>verify</title>
<script type="module">
  import * as licencevault from '/verify.js'
  globalThis.licencevault = licencevault
</script>`

async function licenceOfTheCity() {
  const city = await sealCity({ notBefore: new Date('2026-01-01T00:00:00Z') })
  const [statement] = makeStatements({ seed: 'in a browser', count: 1, on: '2026-11-20' })
  if (!statement) throw new Error('the city drew no licence')
  const drawn = render(statement, templateOf(statement.type), { fonts: notoFonts() })
  const { identity } = city.sealOf(statement.authority.code)
  const file = await sealPrepared(drawn, identity, { time: new Date(statement.issuedAt) })
  const { issuedAt, nextUpdate } = list
  const authorityList = await sealAuthorityList(
    authorityListOf(city, { issuedAt, nextUpdate }),
    city.publisher,
  )
  return { city, file, authorityList }
}

/** After the lists were issued, and before any policy of the cases ends. */
const openedAt = new Date('2026-11-10T00:00:00Z')

const policyOf = ({ policy }: { readonly policy?: AlgorithmPolicy }) => (policy ? { policy } : {})

function question(authorityList: Uint8Array, moment: Date) {
  return {
    root: base64(ca.certificate),
    authorityList: base64(authorityList),
    at: moment.toISOString(),
    openedAt: openedAt.toISOString(),
  }
}

function ask(page: Page, question: Question): Promise<unknown> {
  return page.evaluate(async ({ file, text = '', ...asked }) => {
    const { openTrust, verifyLicence, verifyQr } = Reflect.get(globalThis, 'licencevault')
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const trust = await openTrust({
      roots: [bytes(asked.root)],
      authorityList: bytes(asked.authorityList),
      at: new Date(asked.openedAt),
      ...(asked.policy && { policy: asked.policy }),
    })
    const moment = { at: new Date(asked.at) }
    return file === undefined ? verifyQr(text, trust, moment) : verifyLicence(bytes(file), trust, moment)
  }, question)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

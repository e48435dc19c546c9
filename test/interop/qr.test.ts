import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Sign1 } from '@auth0/cose'
import { authorityListOf, licenceTypes, makeStatements, sealCity, templateOf } from '@licencevault/city'
import { render } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { generateKey } from '@licencevault/keys/software'
import { describeWith } from '@licencevault/kit/programs'
import { composeQrToken, paperKeyId, qrUrl, type Statement, statementBytes } from '@licencevault/licence'
import { digest, sealPrepared } from '@licencevault/signing'
import { openTrust, sealAuthorityList, type Trust, verifyLicence, verifyQr } from '@licencevault/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Vectors {
  readonly key: { readonly publicKey: string; readonly keyId: string }
  readonly accepted: readonly { readonly name: string; readonly token: string }[]
}
const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../packages/licence/vectors/qr.json', import.meta.url), 'utf8'),
)

describe('an independent COSE library', () => {
  it.each(vectors.accepted)('verifies the token $name', async ({ token }) => {
    const spki = Buffer.from(vectors.key.publicKey, 'hex')
    const key = await crypto.subtle.importKey('spki', spki, 'Ed25519', true, ['verify'])
    const bytes = new Uint8Array(Buffer.from(token, 'hex'))

    const sign1 = Sign1.decode(bytes)
    expect(sign1.alg).toBe(-8)
    expect(Buffer.from(sign1.kid ?? []).toString('hex')).toBe(vectors.key.keyId)
    await sign1.verify(key)
    const last = bytes.length - 1
    const changed = Sign1.decode(bytes.with(last, (bytes[last] ?? 0) ^ 1))
    await expect(changed.verify(key)).rejects.toThrow()
  })
})

describeWith(['pdftoppm', 'zbarimg'], 'a sealed licence printed at 150 dpi', (pdftoppm, zbarimg) => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-'))
  let city: Awaited<ReturnType<typeof sealCity>>
  let press: (statement: Statement) => Promise<{ readonly file: Uint8Array; readonly url: string }>
  let trust: Trust

  beforeAll(async () => {
    const fonts = notoFonts()
    const paper = await generateKey('Ed25519')
    const keyId = await paperKeyId(paper.publicKey)
    city = await sealCity({ notBefore: new Date('2026-01-01T00:00:00Z') })
    press = async (statement) => {
      const { identifier, validity } = statement
      const statementDigest = await digest('SHA-256', statementBytes(statement))
      const token = await composeQrToken({ identifier, statementDigest, validity }, paper, keyId)
      const url = qrUrl('https://licence.yunting.example/v', token)
      const page = render(statement, templateOf(statement.type), { fonts, qrText: url })
      const { identity } = city.sealOf(statement.authority.code)
      return { url, file: await sealPrepared(page, identity, { time: new Date(statement.issuedAt) }) }
    }
    const list = authorityListOf(city, {
      issuedAt: '2026-11-01T00:00:00Z',
      nextUpdate: '2026-12-31T00:00:00Z',
      paperKeys: [{ publicKey: paper.publicKey, from: '2026-01-01T00:00:00Z', to: null }],
    })
    const authorityList = await sealAuthorityList(list, city.publisher)
    trust = await openTrust({ roots: [city.root.certificate], authorityList, at })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(oneOfEachFace())('$type.name: file and code are genuine and say the same', async (statement) => {
    const { file, url } = await press(statement)
    const scanned = await scan(file)
    expect(scanned).toBe(url)

    const onFile = await verifyLicence(file, trust, { at })
    const onCode = await verifyQr(scanned, trust, { at })
    expect(onFile).toMatchObject({ verdict: 'valid', licence: { identifier: statement.identifier } })
    expect(onCode).toMatchObject({ verdict: 'valid', code: { identifier: statement.identifier } })
    expect(onCode.code?.statementDigest).toBe(onFile.licence?.statementDigest)
    expect(onCode.code?.validity).toEqual(statement.validity)
  })

  /** What zbar reads on the pages. */
  async function scan(file: Uint8Array): Promise<string> {
    const name = join(folder, 'page')
    writeFileSync(`${name}.pdf`, file)
    await pdftoppm.run(['-r', '150', '-gray', `${name}.pdf`, name])
    const images = readdirSync(folder).filter((one) => one.endsWith('.pgm'))
    const { stdout } = await zbarimg.run(['-q', '--raw', ...images.map((one) => join(folder, one))])
    for (const image of images) rmSync(join(folder, image))
    return stdout.trim()
  }
})

const at = new Date('2026-11-23T12:00:00Z')

/** The first statement of each of the city's faces. */
function oneOfEachFace(): readonly Statement[] {
  const faces = new Map<string, Statement>()
  for (const statement of makeStatements({ seed: 'codes on paper', count: licenceTypes.length })) {
    const { name } = templateOf(statement.type)
    if (!faces.has(name)) faces.set(name, statement)
  }
  return [...faces.values()]
}

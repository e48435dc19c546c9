import { createHash } from 'node:crypto'
import { makeStatements } from '@licencevault/city'
import { openPress } from '@licencevault/document'
import { notoFonts } from '@licencevault/document/noto'
import { expect, it } from 'vitest'
import { openPlainPress } from '../../packages/document/testing/plain-press.ts'
import { faces } from './faces.ts'

const receipt = new TextEncoder().encode(`c2sp.org/tlog-proof@v1\n${'receipt '.repeat(200)}`)
const qrText = (index: number) => `https://licence.yunting.example/v#${'Ab-9_'.repeat(40 + (index % 23))}`
/** Licences of each type; the second one meets everything that the press has kept from the first. */
const ofEach = 2

it('a press that keeps what it can draws the same bytes as one that keeps nothing, for every layout', () => {
  const fonts = notoFonts()
  const plainFonts = notoFonts()
  for (const [at, { type, template }] of faces().entries()) {
    const press = openPress(template, fonts)
    const plain = openPlainPress(template, plainFonts)
    const statements = [...makeStatements({ seed: `plain ${type.code}`, count: ofEach, types: [type] })]
    statements.forEach((statement, index) => {
      const extras = index % 2 ? { qrText: qrText(at), receipt } : { qrText: qrText(at + index) }
      const digests = [press, plain].map((one) => digestOf(one.render(statement, extras)))
      expect({ type: type.name, digest: digests[0] }).toEqual({ type: type.name, digest: digests[1] })
    })
  }
})

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

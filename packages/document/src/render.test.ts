import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { VaultError } from '@licencevault/errors'
import { readStatement, statementBytes } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'
import { sampleStatement, sampleValues } from '../testing/sample.ts'
import { sampleTemplate as template } from '../testing/sample-template.ts'
import { tinyFont } from '../testing/tiny-font.ts'
import { openFonts, openPress, render, rendererVersion } from './index.ts'
import { notoFonts } from './noto.ts'

const fonts = notoFonts()
const statement = sampleStatement({ template })
const qrText = 'https://vault.example/v#abc'

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'nothing thrown'
  } catch (error) {
    return error instanceof VaultError ? error.code : String(error)
  }
}

describe('the file', () => {
  const file = render(statement, template, { fonts, qrText })
  const text = latin1(file)

  it('is one revision of PDF 1.7 that names its parts', () => {
    expect(text.startsWith('%PDF-1.7\n%')).toBe(true)
    expect(text.match(/%%EOF/g)).toHaveLength(1)
    expect(text).toContain('/Lang (zh-CN)')
    expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
    expect(text).toContain(`/Producer (${rendererVersion})`)
  })

  it('has a cross-reference table whose every offset is right', () => {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    const rows = [...text.slice(start).matchAll(/(\d{10}) 00000 n \n/g)].map((row) => Number(row[1]))
    expect(rows.length).toBeGreaterThan(20)
    rows.forEach((offset, index) => {
      expect(text.slice(offset, offset + 12)).toContain(`${index + 1} 0 obj`)
    })
  })

  it('holds a signature yet to be made, in fixed widths', () => {
    expect(text).toContain(
      "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:00000000000000+00'00') " +
        '/ByteRange [0000000000 0000000000 0000000000 0000000000] /Contents <',
    )
    expect(/\/Contents <(0+)>/.exec(text)?.[1]).toHaveLength(16_384)
    expect(text).toContain(
      '/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >>',
    )
    expect(text).toContain('/SigFlags 3')
  })

  it('carries the statement byte for byte, readable without any program', () => {
    expect(text).toContain(latin1(statementBytes(statement)))
    expect(text).toContain('/AFRelationship /Source')
    expect(text).not.toContain('/AFRelationship /Supplement')
  })

  it('carries the receipt when there is one', () => {
    const receipt = new TextEncoder().encode('c2sp.org/tlog-proof@v1\n')
    const more = latin1(render(statement, template, { fonts, qrText, receipt }))
    expect(more).toContain('(receipt.tlog)')
    expect(more).toContain('/AFRelationship /Supplement')
    expect(more).toContain('c2sp.org/tlog-proof@v1\n')
  })

  it('embeds fonts that a strict inflater reads', () => {
    const programs = [...text.matchAll(/\/Length1 (\d+) \/Filter \/FlateDecode \/Length (\d+) >>\nstream\n/g)]
    expect(programs.length).toBeGreaterThanOrEqual(3)
    for (const program of programs) {
      const at = program.index + program[0].length
      // zlib checks the Adler-32 that was put together from the glyphs' own.
      const font = inflateSync(file.subarray(at, at + Number(program[2])))
      expect(font).toHaveLength(Number(program[1]))
      expect(wholeSum(font)).toBe(0xb1b0afba)
    }
  })
})

/** Sum of a font file's words, which `head.checkSumAdjustment` makes a constant. */
function wholeSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

describe('the same input', () => {
  it('gives the same bytes, also from a press that drew others before', () => {
    const plain = render(statement, template, { fonts: notoFonts(), qrText })
    const press = openPress(template, fonts)
    const other = sampleStatement({ template, holder: '别的公司', fields: { scope: '甲乙丙丁'.repeat(300) } })
    press.render(other, { qrText: 'https://vault.example/v#other' })
    expect(press.render(statement, { qrText })).toEqual(plain)
    expect(press.render(other)).not.toEqual(plain)
  })

  it('gives the bytes of licencevault.renderer/2: who changes them changes rendererVersion', () => {
    const digest = createHash('sha256')
      .update(render(statement, template, { fonts, qrText }))
      .digest('hex')
    expect(`${rendererVersion} ${digest}`).toBe(
      'licencevault.renderer/2 6da6a5816881bcdd1d45fdcc174721af980dbac3d5289dbd7a572279967eec42',
    )
  })

  it('gives the same bytes for a statement read back from its canonical form', () => {
    const read = readStatement(statementBytes(statement))
    expect(render(read, template, { fonts, qrText })).toEqual(render(statement, template, { fonts, qrText }))
  })

  it('gives a file of less than 80 KB', () => {
    expect(render(statement, template, { fonts, qrText }).length).toBeLessThan(80_000)
  })
})

describe('refusals', () => {
  it('names a template other than the one stated', () => {
    const other = { ...template, name: 'another' }
    expect(codeOf(() => render(statement, other, { fonts }))).toBe('template-differs')
  })

  it('names a renderer it is not', () => {
    expect(codeOf(() => render({ ...statement, renderer: 'another/9' }, template, { fonts }))).toBe(
      'renderer-unknown',
    )
  })

  it('names a character without a glyph, its code point and its field', () => {
    const rare = sampleStatement({ template, fields: { ...sampleValues, representative: '王𠮷' } })
    expect(() => render(rare, template, { fonts })).toThrow(/𠮷 \(U\+20BB7\) in 法定代表人/)
    expect(codeOf(() => render(rare, template, { fonts }))).toBe('glyph-missing')
  })

  it('takes the character from a fallback font instead', () => {
    const rare = sampleStatement({ template, fields: { ...sampleValues, representative: '王𠮷' } })
    const fallback = tinyFont({ characters: [[0x20bb7, { kind: 'triangle', size: 800 }]] })
    const text = latin1(render(rare, template, { fonts: notoFonts([fallback]) }))
    expect(text).toContain('+Tiny ')
    expect(text).toContain('<D842DFB7>')
  })

  it('draws the names of rare characters that the default fonts have', () => {
    const rare = sampleStatement({ template, fields: { ...sampleValues, representative: '䶮㛃𬍛𫖯' } })
    expect(latin1(render(rare, template, { fonts }))).toContain('<D870DF5B>')
  })

  it('are made before anything is drawn, also of what stands on the seal alone', () => {
    const silent = template.sheets.map(({ art, blocks }) => ({
      art,
      blocks: blocks.filter((block) => block.kind !== 'text' || block.text !== '{authority}'),
    }))
    const press = openPress({ ...template, sheets: silent }, fonts)
    const right = sampleStatement({ template: press.template })
    const named = (name: string) => ({ ...right, authority: { ...right.authority, name } })
    for (const act of [press.layOut, press.render]) {
      expect(codeOf(() => act(right))).toBe('nothing thrown')
      expect(codeOf(() => act(named('王𠮷局')))).toBe('glyph-missing')
      expect(codeOf(() => act(named('')))).toBe('statement-member-wrong')
    }
  })

  it('limits the QR code and the receipt', () => {
    expect(codeOf(() => render(statement, template, { fonts, qrText: 'x'.repeat(801) }))).toBe('qr-too-long')
    const receipt = new Uint8Array(1024 * 1024 + 1)
    expect(codeOf(() => render(statement, template, { fonts, receipt }))).toBe('attachment-too-large')
  })

  it('ends at a page too many rather than never', () => {
    const [title, flow] = template.continuation.blocks
    if (flow?.kind !== 'flow' || !title) throw new TypeError('the sample has a title and a flow')
    const narrow = { ...flow, box: { ...flow.box, width: 50, height: 14 } }
    const small = { ...template, continuation: { art: [], blocks: [title, narrow] } }
    const long = sampleStatement({ template: small, fields: { ...sampleValues, scope: '长'.repeat(4000) } })
    expect(codeOf(() => render(long, small, { fonts }))).toBe('too-many-pages')
  })

  it('needs fonts that are fonts', () => {
    expect(codeOf(() => openFonts({ regular: new Uint8Array(3) }))).toBe('font-damaged')
  })
})

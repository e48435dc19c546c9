import { CryptoKeySigner, PDF } from '@libpdf/core'

/** What the straightforward route is given: the same words in the same places, and the same attachment. */
export interface PlainLicence {
  readonly width: number
  readonly height: number
  readonly texts: readonly {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly size: number
  }[]
  readonly statement: Uint8Array
}

export interface PlainSeal {
  readonly key: CryptoKey
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
}

/**
 * A licence as one would make it with `@libpdf/core` from its documentation: embed the font, draw the
 * texts, attach the statement, save with the font subset, sign PAdES-B-B. Frozen: the reference for
 * rendering and sealing.
 */
export async function libpdfLicence(
  licence: PlainLicence,
  font: Uint8Array,
  seal: PlainSeal,
): Promise<Uint8Array> {
  const pdf = PDF.create()
  const page = pdf.addPage({ width: licence.width, height: licence.height })
  const noto = pdf.embedFont(font)
  for (const { text, x, y, size } of licence.texts) page.drawText(text, { x, y, size, font: noto })
  pdf.addAttachment('statement.json', licence.statement, { mimeType: 'application/json' })
  const saved = await PDF.load(await pdf.save({ subsetFonts: true }))
  const signer = new CryptoKeySigner(seal.key, seal.certificate, 'EC', 'ECDSA', [...seal.chain])
  const { bytes } = await saved.sign({ signer, level: 'B-B', subFilter: 'ETSI.CAdES.detached' })
  return bytes
}

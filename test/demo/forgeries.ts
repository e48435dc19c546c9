import { PDF } from '@libpdf/core'

/**
 * What people do to a licence that is not theirs to change, done with an ordinary PDF library, as
 * they would do it. Each answers a new file; the sealed one stays as it was.
 */

/** Writes another text over the face, in an update appended after the seal. */
export async function withChangedFace(file: Uint8Array, text: string): Promise<Uint8Array> {
  const pdf = await PDF.load(file)
  const page = pdf.getPage(0)
  if (!page) throw new Error('a licence has a page')
  page.drawRectangle({ x: 150, y: 480, width: 300, height: 40 })
  page.drawText(text, { x: 160, y: 490, size: 24 })
  return pdf.save({ incremental: true })
}

/** Swaps the attached statement for another one, in an update appended after the seal. */
export async function withOtherStatement(file: Uint8Array, statement: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(file)
  pdf.addAttachment('statement.json', statement, { overwrite: true, mimeType: 'application/json' })
  return pdf.save({ incremental: true })
}

/** Changes one byte of what is drawn, which the seal covers. */
export function withChangedByte(file: Uint8Array): Uint8Array {
  const changed = file.slice()
  const at = Buffer.from(file).indexOf('stream\n', Math.floor(file.length / 3)) + 100
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

/** A page that claims to be a licence and bears no seal. */
export async function withoutSeal(): Promise<Uint8Array> {
  const pdf = PDF.create()
  pdf.addPage({ size: 'a4' }).drawText('Business licence', { x: 180, y: 700, size: 28 })
  return pdf.save()
}

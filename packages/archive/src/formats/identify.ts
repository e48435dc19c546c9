import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { type FormatName, formats, type Identified } from './formats.ts'
import { zipContents } from './zip-contents.ts'

/** Bytes of the beginning that are looked at. */
const headBytes = 64 * 1024

/**
 * Identifies a file by its content; its name is only compared. The content comes from the sender, who may
 * be an attacker: nothing is unpacked or run.
 *
 * @param file its bytes, or where it lies on this machine
 * @param name what the sender calls it
 */
export async function identify(file: Uint8Array | string, name: string): Promise<Identified> {
  const head = await headOf(file)
  const found = await fileTypeFromBuffer(head)
  const isZip = head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))
  const zip = isZip ? await zipContents(file) : undefined
  const format = formatOf(found?.mime, head, zip?.names)
  return {
    format,
    media: format === 'other' ? (found?.mime ?? formats.other.media) : formats[format].media,
    contradictsName: !agrees(format, name),
    encrypted: zip?.encrypted ?? false,
    bomb: zip?.bomb ?? false,
    ...(isZip && !zip && { broken: true }),
  }
}

async function headOf(file: Uint8Array | string): Promise<Buffer> {
  if (typeof file !== 'string')
    return Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, headBytes))
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const byMedia: Readonly<Record<string, FormatName>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'image/jpeg': 'jpeg',
  'image/tiff': 'tiff',
  'image/png': 'png',
  'application/zip': 'zip',
}

function formatOf(media: string | undefined, head: Buffer, names: readonly string[] | undefined): FormatName {
  if (names?.includes('OFD.xml')) return 'ofd'
  if (media !== undefined) return byMedia[media] ?? 'other'
  if (head.length === 0 || !isText(head)) return 'other'
  return /^\uFEFF?\s*<[?!a-zA-Z]/.test(head.toString('utf8')) ? 'xml' : 'text'
}

/** Text in UTF-8 or GB 18030, without control characters other than line breaks, tabs and form feeds. */
function isText(head: Buffer): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      // The last character may be cut in two.
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
      return !/[^\P{Cc}\t\n\f\r]/u.test(text)
    } catch {
      return false
    }
  })
}

function agrees(format: FormatName, name: string): boolean {
  const ending = extname(name).slice(1).toLowerCase()
  const owner = (Object.keys(formats) as FormatName[]).find((one) =>
    (formats[one].endings as readonly string[]).includes(ending),
  )
  // What is of no known format may have any other ending: it is not accepted as what it is.
  if (ending === '' || owner === undefined) return ending === '' || format === 'other'
  // An XML file is text too, whatever a sender calls it.
  return owner === format || (owner === 'text' && format === 'xml')
}

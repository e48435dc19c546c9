import type { FileWriter, Ref } from './file.ts'
import { pdfDate, textString } from './syntax.ts'

/** A file inside the file. Its name is ASCII without brackets. */
export interface Attachment {
  readonly name: string
  /** MIME type. */
  readonly type: string
  /** How it relates to the page (ISO 19005-3, 6.8). */
  readonly relationship: 'Source' | 'Supplement'
  readonly description: string
  readonly bytes: Uint8Array
}

/** Adds files and answers what the catalogue says of them: associated files and the name tree. */
export function addAttachments(file: FileWriter, attachments: readonly Attachment[], at: string): string {
  // A name tree is sorted (ISO 32000-1, 7.9.6).
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1))
  const refs = sorted.map((attachment) => ({
    name: attachment.name,
    ref: addAttachment(file, attachment, at),
  }))
  const names = refs.map(({ name, ref }) => `(${name}) ${ref} 0 R`).join(' ')
  return `/AF [${refs.map(({ ref }) => `${ref} 0 R`).join(' ')}] /Names << /EmbeddedFiles << /Names [${names}] >> >>`
}

function addAttachment(
  file: FileWriter,
  { name, type, relationship, description, bytes }: Attachment,
  at: string,
): Ref {
  const content = file.add({
    dictionary: `/Type /EmbeddedFile /Subtype /${type.replaceAll('/', '#2F')} /Params << /Size ${bytes.length} /ModDate ${pdfDate(at)} >>`,
    bytes,
    // Plain, so that a reader without any program for PDF still finds the statement in the file.
    packed: 'plain',
  })
  return file.add(
    `<< /Type /Filespec /F (${name}) /UF (${name}) /Desc ${textString(description)} ` +
      `/AFRelationship /${relationship} /EF << /F ${content} 0 R /UF ${content} 0 R >> >>`,
  )
}

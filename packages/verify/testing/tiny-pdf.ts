/** A file to attach. `raw` writes the stream as it stands, to lie about it. */
export interface TinyAttachment {
  readonly name: string
  readonly bytes: Uint8Array
  /** Entries of the stream's dictionary besides /Length. */
  readonly entries?: string
}

/** The smallest PDF with a face, attachments and a prepared signature, one revision. */
export function tinyPdf(
  face: string,
  attachments: readonly TinyAttachment[],
  { prepared = true } = {},
): Uint8Array {
  const files = attachments.map((_, index) => 8 + index * 2)
  const names = attachments.map(({ name }, index) => `(${name}) ${files[index]} 0 R`).join(' ')
  const form = prepared ? '/AcroForm << /Fields [6 0 R] /SigFlags 3 >> /Perms << /DocMDP 7 0 R >>' : ''
  const list = files.map((id) => `${id} 0 R`).join(' ')
  const attached = files.length ? `/Names << /EmbeddedFiles << /Names [${names}] >> >> /AF [${list}]` : ''
  const drawing = bytesOf(`BT /F1 12 Tf 72 700 Td (${face}) Tj ET`)
  const objects: (readonly [number, Uint8Array])[] = [
    [1, bytesOf(`<< /Type /Catalog /Pages 2 0 R ${form} ${attached} >>`)],
    [2, bytesOf('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      3,
      bytesOf(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${prepared ? '/Annots [6 0 R]' : ''} >>`,
      ),
    ],
    [4, stream('', drawing)],
    [5, bytesOf('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')],
    ...(prepared
      ? ([
          [
            6,
            bytesOf(
              '<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /P 3 0 R /FT /Sig /T (seal) /V 7 0 R >>',
            ),
          ],
          [7, bytesOf(signature)],
        ] as const)
      : []),
    ...attachments.flatMap(({ name, bytes, entries }, index) => {
      const id = 8 + index * 2
      return [
        [
          id,
          bytesOf(
            `<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Source /EF << /F ${id + 1} 0 R >> >>`,
          ),
        ],
        [id + 1, stream(`/Type /EmbeddedFile /Subtype /application#2Fjson ${entries ?? ''}`, bytes)],
      ] as const
    }),
  ]
  return write(objects)
}

/** Adds an incremental update that writes one object anew. */
export function update(pdf: Uint8Array, id: number, object: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(pdf)
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map((found) => Number(found[1])), id + 1)
  const body = join([bytesOf(`${id} 0 obj\n`), object, bytesOf('\nendobj\n')])
  const at = pdf.length + body.length
  const tail = `xref\n${id} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`
  return join([pdf, body, bytesOf(tail)])
}

export function stream(entries: string, bytes: Uint8Array): Uint8Array {
  return join([bytesOf(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, bytesOf('\nendstream')])
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const signature = [
  '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
  "/M (D:00000000000000+00'00')",
  '/ByteRange [0000000000 0000000000 0000000000 0000000000]',
  `/Contents <${'0'.repeat(16384)}>`,
  '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>',
].join('\n')

function write(objects: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const parts = [bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const offsets = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  for (const [id, body] of objects) {
    const part = join([bytesOf(`${id} 0 obj\n`), body, bytesOf('\nendobj\n')])
    offsets.set(id, at)
    parts.push(part)
    at += part.length
  }
  const size = Math.max(...offsets.keys()) + 1
  const rows = Array.from({ length: size }, (_, id) => {
    const offset = offsets.get(id)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  parts.push(
    bytesOf(
      `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return join(parts)
}

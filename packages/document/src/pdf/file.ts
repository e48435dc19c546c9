import { zlibSync } from 'fflate'
import { ascii } from './syntax.ts'

/** The number of an indirect object. */
export type Ref = number

/** A stream: the inside of its dictionary without filter and length, and its bytes. */
export interface Stream {
  readonly dictionary?: string
  readonly bytes: Piece
  /** `zlib`: the bytes are packed already; `plain`: they stay as they are; else they are packed here. */
  readonly packed?: 'zlib' | 'plain'
}

/** Text that is ASCII, so that it is as long in bytes as it is in characters, and bytes as they are. */
type Piece = string | Uint8Array

/** Takes the objects of a file and answers the whole. */
export interface FileWriter {
  /** A number for an object that is set later. */
  reserve(): Ref
  add(object: string | Stream): Ref
  set(ref: Ref, object: string | Stream): void
  /** The whole file. `id` is 32 hex digits. */
  bytes(root: Ref, info: Ref, id: string): Uint8Array
}

/** Collects the objects of one PDF revision and writes it with a cross-reference table (7.5.4). */
export class PdfFile implements FileWriter {
  readonly #objects: (readonly Piece[] | undefined)[] = []

  reserve(): Ref {
    return this.#objects.push(undefined)
  }

  add(object: string | Stream): Ref {
    const ref = this.reserve()
    this.set(ref, object)
    return ref
  }

  set(ref: Ref, object: string | Stream): void {
    this.#objects[ref - 1] = typeof object === 'string' ? [`${object}\n`] : streamParts(object)
  }

  bytes(root: Ref, info: Ref, id: string): Uint8Array {
    const pieces: Piece[] = [header]
    let length = header.length
    let rows = ''
    this.#objects.forEach((object, index) => {
      if (!object) throw new TypeError(`object ${index + 1} was never set`)
      rows += `${String(length).padStart(10, '0')} 00000 n \n`
      for (const piece of [`${index + 1} 0 obj\n`, ...object, 'endobj\n']) {
        pieces.push(piece)
        length += piece.length
      }
    })
    const size = this.#objects.length + 1
    const end =
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
      `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>\n` +
      `startxref\n${length}\n%%EOF\n`
    pieces.push(end)
    return joined(pieces, length + end.length)
  }
}

// The four bytes above 127 tell transfer programs that the file is binary (7.5.2).
const header = Uint8Array.from([...ascii('%PDF-1.7\n%'), 0xe7, 0x85, 0xa7, 0xe5, 0x0a])

function streamParts({ dictionary = '', bytes, packed }: Stream): readonly Piece[] {
  // What is packed for one licence only is packed quickly: half a kilobyte more, a fifth of the time less.
  const data = packed ? bytes : zlib(typeof bytes === 'string' ? ascii(bytes) : bytes, 1)
  const filter = packed === 'plain' ? '' : '/Filter /FlateDecode '
  return [`<< ${dictionary} ${filter}/Length ${data.length} >>\nstream\n`, data, '\nendstream\n']
}

/** Packs what is packed once and kept. */
export function pack(bytes: Uint8Array): Uint8Array {
  return zlib(bytes, 9)
}

/** A zlib stream by a packer in plain script: the engine's own differs by version and processor. */
function zlib(bytes: Uint8Array, level: 1 | 9): Uint8Array {
  return zlibSync(bytes, { level })
}

const encoder = new TextEncoder()

/** Texts that follow each other are encoded in one go. */
function joined(pieces: readonly Piece[], length: number): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  let text = ''
  const flush = () => {
    encoder.encodeInto(text, out.subarray(at))
    at += text.length
    text = ''
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    flush()
    out.set(piece, at)
    at += piece.length
  }
  flush()
  return out
}

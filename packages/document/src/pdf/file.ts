import { zlibSync } from 'fflate'
import { ascii } from './syntax.ts'

/** The number of an indirect object. */
export type Ref = number

/** A stream: the inside of its dictionary without filter and length, and its bytes. */
export interface Stream {
  readonly dictionary?: string
  readonly bytes: Uint8Array
  /** `zlib`: the bytes are packed already; `plain`: they stay as they are; else they are packed here. */
  readonly packed?: 'zlib' | 'plain'
}

/** Collects the objects of one PDF revision and writes it with a cross-reference table (7.5.4). */
export class PdfFile {
  readonly #objects: (readonly Uint8Array[] | undefined)[] = []

  /** A number for an object that is set later. */
  reserve(): Ref {
    return this.#objects.push(undefined)
  }

  add(object: string | Stream): Ref {
    const ref = this.reserve()
    this.set(ref, object)
    return ref
  }

  set(ref: Ref, object: string | Stream): void {
    this.#objects[ref - 1] = typeof object === 'string' ? [ascii(`${object}\n`)] : streamParts(object)
  }

  /** The whole file. `id` is 32 hex digits. */
  bytes(root: Ref, info: Ref, id: string): Uint8Array {
    const parts: Uint8Array[] = []
    let length = 0
    const push = (bytes: Uint8Array) => {
      parts.push(bytes)
      length += bytes.length
    }
    push(header)
    const offsets = this.#objects.map((object, index) => {
      if (!object) throw new TypeError(`object ${index + 1} was never set`)
      const at = length
      push(ascii(`${index + 1} 0 obj\n`))
      object.forEach(push)
      push(ascii('endobj\n'))
      return at
    })
    const start = length
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    const size = offsets.length + 1
    push(ascii(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`))
    push(
      ascii(
        `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    )
    return joined(parts, length)
  }
}

// The four bytes above 127 tell transfer programs that the file is binary (7.5.2).
const header = Uint8Array.from([...ascii('%PDF-1.7\n%'), 0xe7, 0x85, 0xa7, 0xe5, 0x0a])

function streamParts({ dictionary = '', bytes, packed }: Stream): readonly Uint8Array[] {
  // What is packed for one licence only is packed quickly: half a kilobyte more, a fifth of the time less.
  const data = packed ? bytes : zlib(bytes, 1)
  const filter = packed === 'plain' ? '' : '/Filter /FlateDecode '
  return [
    ascii(`<< ${dictionary} ${filter}/Length ${data.length} >>\nstream\n`),
    data,
    ascii('\nendstream\n'),
  ]
}

/** Packs what is packed once and kept. */
export function pack(bytes: Uint8Array): Uint8Array {
  return zlib(bytes, 9)
}

/** A zlib stream by a packer in plain script: the engine's own differs by version and processor. */
function zlib(bytes: Uint8Array, level: 1 | 9): Uint8Array {
  return zlibSync(bytes, { level })
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

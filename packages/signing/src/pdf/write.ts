import { concat, hex } from '../bytes.ts'
import { error } from '../codes.ts'
import { byteString, latin1 } from './characters.ts'
import { only, type PdfDict, type PdfObject, type PdfRef } from './object.ts'
import type { Pdf } from './reader.ts'
import { tooMany } from './too-many.ts'

export const ref = (id: number, generation = 0): PdfRef => ({ kind: 'ref', id, generation })
export const name = (text: string): PdfObject => ({ kind: 'name', name: text })
export const string = (bytes: Uint8Array): PdfObject => ({
  kind: 'string',
  bytes,
  hex: true,
  start: 0,
  end: 0,
})
export const array = (items: readonly PdfObject[]): PdfObject => ({ kind: 'array', items, start: 0, end: 0 })

/** A dictionary of the given entries; those that are undefined are left out. */
export function dict(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDict {
  const map = new Map<string, PdfObject>()
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) map.set(key, value)
  return { kind: 'dict', map, start: 0, end: 0 }
}

/** The same dictionary with some entries put in or replaced. */
export function withEntries(base: PdfDict, entries: Readonly<Record<string, PdfObject>>): PdfDict {
  return { ...base, map: new Map([...base.map, ...Object.entries(entries)]) }
}

/** The object in PDF syntax, one character per byte. Streams are not written this way. */
export function syntax(object: PdfObject): string {
  if (object === null || typeof object === 'boolean' || typeof object === 'number') return String(object)
  switch (object.kind) {
    case 'real':
      return object.text
    case 'name':
      return `/${object.name.replace(/[^\x21-\x7e]|[#()<>[\]{}/%]/g, escapeName)}`
    case 'string':
      return object.hex ? `<${hex(object.bytes)}>` : literal(object.bytes)
    case 'array':
      return `[${object.items.map(syntax).join(' ')}]`
    case 'dict':
      return `<<${[...object.map].map(([key, value]) => `${syntax(name(key))} ${syntax(value)}`).join(' ')}>>`
    case 'ref':
      return `${object.id} ${object.generation} R`
    case 'stream':
      throw new TypeError('a stream is no part of another object')
  }
}

const escapeName = (char: string) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`

function literal(bytes: Uint8Array): string {
  return `(${latin1(bytes)
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r')})`
}

/**
 * An incremental update (ISO 32000-1, 7.5.6): new and changed objects, then a cross-reference
 * section of the kind the file already has. The bytes before it stay as they are.
 */
export class PdfUpdate {
  readonly pdf: Pdf
  readonly #bodies = new Map<number, { generation: number; body: Uint8Array[] }>()
  #next: number

  constructor(pdf: Pdf) {
    this.pdf = pdf
    this.#next = pdf.latest.size
  }

  /** A number for a new object. */
  reserve(): PdfRef {
    if (this.#next >= this.pdf.limits.objects) throw tooMany('objects', this.pdf.limits.objects)
    return ref(this.#next++)
  }

  /** Writes an object; `text` is PDF syntax, for what is not built of objects. */
  put(to: PdfRef, object: PdfObject | { readonly text: string }): void {
    const text =
      typeof object === 'object' && object !== null && 'text' in object && !('kind' in object)
        ? object.text
        : syntax(object as PdfObject)
    this.#bodies.set(to.id, { generation: to.generation, body: [byteString(text)] })
  }

  putStream(to: PdfRef, dictionary: PdfDict, data: Uint8Array): void {
    const head = syntax(withEntries(dictionary, { Length: data.length }))
    const body = [byteString(`${head}\nstream\n`), data, byteString('\nendstream')]
    this.#bodies.set(to.id, { generation: to.generation, body })
  }

  /** Puts in or replaces entries of an indirect dictionary that the file has. */
  change(id: number, entries: Readonly<Record<string, PdfObject>>): void {
    const base = only(this.pdf.object(id), 'dict')
    const entry = this.pdf.entry(id)
    if (!base || this.#bodies.has(id)) throw error('pdf-object-broken', { id })
    this.put(ref(id, entry?.kind === 'at' ? entry.generation : 0), withEntries(base, entries))
  }

  /**
   * The whole file with the update.
   *
   * @param fileId the second half of the file identifier, which is to change with each update (14.4)
   */
  bytes(fileId: Uint8Array): Uint8Array {
    const { pdf } = this
    const parts: Uint8Array[] = [pdf.bytes.subarray(0, pdf.end)]
    let length = pdf.end
    const add = (part: Uint8Array) => {
      parts.push(part)
      length += part.length
    }
    if (pdf.end === pdf.latest.eof) add(byteString('\n'))
    const rows: Row[] = []
    for (const [id, { generation, body }] of this.#bodies) {
      rows.push({ id, at: length, generation })
      add(byteString(`${id} ${generation} obj\n`))
      for (const part of body) add(part)
      add(byteString('\nendobj\n'))
    }
    rows.sort((a, b) => a.id - b.id)
    add(pdf.latest.xref === 'table' ? this.#table(rows, length, fileId) : this.#stream(rows, length, fileId))
    return concat(parts)
  }

  #table(rows: readonly Row[], at: number, fileId: Uint8Array): Uint8Array {
    let text = 'xref\n'
    for (const run of runs(rows)) {
      text += `${run[0]?.id} ${run.length}\n`
      for (const { at, generation } of run)
        text += `${String(at).padStart(10, '0')} ${String(generation).padStart(5, '0')} n\r\n`
    }
    return byteString(
      `${text}trailer\n${syntax(this.#trailer(this.#next, fileId))}\nstartxref\n${at}\n%%EOF\n`,
    )
  }

  #stream(rows: readonly Row[], at: number, fileId: Uint8Array): Uint8Array {
    const self = { id: this.#next, at, generation: 0 }
    const all = [...rows, self]
    const data = new Uint8Array(all.length * 7)
    all.forEach((row, i) => {
      data[i * 7] = 1
      for (let byte = 0; byte < 4; byte++) data[i * 7 + 1 + byte] = Math.floor(row.at / 256 ** (3 - byte))
      data.set([row.generation >> 8, row.generation & 0xff], i * 7 + 5)
    })
    const dictionary = withEntries(this.#trailer(self.id + 1, fileId), {
      Type: name('XRef'),
      W: array([1, 4, 2]),
      Index: array(runs(all).flatMap((run) => [run[0]?.id ?? 0, run.length])),
      Length: data.length,
    })
    const head = `${self.id} 0 obj\n${syntax(dictionary)}\nstream\n`
    const tail = `\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`
    return concat([byteString(head), data, byteString(tail)])
  }

  #trailer(size: number, fileId: Uint8Array): PdfDict {
    const { map } = this.pdf.latest.trailer
    const [first] = this.pdf.items(map.get('ID')) ?? []
    return dict({
      Size: size,
      Root: map.get('Root'),
      Info: map.get('Info'),
      ID: first === undefined ? undefined : array([first, string(fileId)]),
      Prev: this.pdf.latest.xrefAt,
    })
  }
}

interface Row {
  readonly id: number
  readonly at: number
  readonly generation: number
}

/** Rows with numbers that follow each other, together. */
function runs(rows: readonly Row[]): Row[][] {
  const all: Row[][] = []
  for (const row of rows) {
    const run = all.at(-1)
    if (run && run.at(-1)?.id === row.id - 1) run.push(row)
    else all.push([row])
  }
  return all
}

/** PDF syntax, or a stream: the entries of its dictionary without /Length, and its bytes. */
export type SampleObject = string | { readonly entries?: string; readonly data: Uint8Array | string }

export type SampleObjects = Readonly<Record<number, SampleObject>>

export interface SampleOptions {
  /** `packed` puts whatever is no stream into an object stream; `table` unless told. */
  readonly xref?: 'table' | 'stream' | 'packed'
  /** Entries of the trailer instead of the usual /Root; /Size and /Prev come by themselves. */
  readonly trailer?: string
  /** Another /Size than the right one. */
  readonly size?: number
  /** Another /Prev than the right one. */
  readonly previous?: number
}

/** One page of 200 × 200 points that says the words, with the catalogue's further entries. */
export function samplePage(words = 'Hello', catalog = ''): SampleObjects {
  return {
    1: `<</Type /Catalog /Pages 2 0 R${catalog}>>`,
    2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    4: { data: `BT /F1 12 Tf 20 100 Td (${words}) Tj ET` },
    5: '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>',
  }
}

/** What attaches a file to a sample page: objects from `id` on, and the catalogue's entries. */
export function sampleAttachment(
  id: number,
  name: string,
  data: Uint8Array | string,
): { objects: SampleObjects; catalog: string } {
  return {
    objects: {
      [id]: `<</Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Source /EF <</F ${id + 1} 0 R /UF ${id + 1} 0 R>>>>`,
      [id + 1]: { entries: '/Type /EmbeddedFile /Subtype /application#2Fjson', data },
    },
    catalog: ` /AF [${id} 0 R] /Names <</EmbeddedFiles <</Names [(${name}) ${id} 0 R]>>>>`,
  }
}

/** Writes a PDF of the objects, byte for byte the same each time. */
export function composePdf(objects: SampleObjects, options: SampleOptions = {}): Uint8Array {
  return append(bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), objects, options)
}

/** Appends an incremental update with the objects. */
export function updatePdf(pdf: Uint8Array, objects: SampleObjects, options: SampleOptions = {}): Uint8Array {
  const text = latin1(pdf)
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? 0)
  const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])))
  return append(pdf, objects, { previous, ...options }, size)
}

interface Row {
  readonly id: number
  readonly type: 1 | 2
  readonly one: number
  readonly two: number
}

function append(base: Uint8Array, objects: SampleObjects, options: SampleOptions, least = 0): Uint8Array {
  const { xref = 'table', trailer = '/Root 1 0 R' } = options
  let body = latin1(base)
  const rows: Row[] = []
  const put = (id: number, object: SampleObject) => {
    rows.push({ id, type: 1, one: body.length, two: 0 })
    body += `${id} 0 obj\n${syntax(object)}\nendobj\n`
  }
  const entries = Object.entries(objects).map(([id, object]): [number, SampleObject] => [Number(id), object])
  const packed = xref === 'packed' ? entries.filter(([, object]) => typeof object === 'string') : []
  for (const [id, object] of entries) if (!packed.some(([other]) => other === id)) put(id, object)
  let next = Math.max(least, 1, ...entries.map(([id]) => id + 1))
  if (packed.length > 0) {
    const id = next++
    packed.forEach(([inner], index) => {
      rows.push({ id: inner, type: 2, one: id, two: index })
    })
    put(id, pack(packed))
  }
  if (xref !== 'table') rows.push({ id: next++, type: 1, one: body.length, two: 0 })
  rows.sort((a, b) => a.id - b.id)
  const at = body.length
  const previous = options.previous === undefined ? '' : ` /Prev ${options.previous}`
  const ending = `/Size ${options.size ?? next} ${trailer}${previous}`
  body += xref === 'table' ? table(rows, ending, least === 0) : stream(rows, ending, next - 1)
  return bytesOf(`${body}startxref\n${at}\n%%EOF\n`)
}

function pack(packed: ReadonlyArray<[number, SampleObject]>): SampleObject {
  let numbers = ''
  let data = ''
  for (const [id, object] of packed) {
    numbers += `${id} ${data.length} `
    data += `${object}\n`
  }
  return { entries: `/Type /ObjStm /N ${packed.length} /First ${numbers.length}`, data: numbers + data }
}

function table(rows: readonly Row[], trailer: string, first: boolean): string {
  const line = (row: Row) => `${String(row.one).padStart(10, '0')} 00000 n\r\n`
  const head = first ? '0 1\n0000000000 65535 f\r\n' : ''
  return `xref\n${head}${rows.map((row) => `${row.id} 1\n${line(row)}`).join('')}trailer\n<<${trailer}>>\n`
}

function stream(rows: readonly Row[], trailer: string, id: number): string {
  const data = rows
    .map(({ type, one, two }) =>
      String.fromCharCode(type, one >> 24, (one >> 16) & 255, (one >> 8) & 255, one & 255, two),
    )
    .join('')
  const index = rows.map((row) => `${row.id} 1`).join(' ')
  const entries = `/Type /XRef /W [1 4 1] /Index [${index}] ${trailer}`
  return `${id} 0 obj\n${syntax({ entries, data })}\nendobj\n`
}

function syntax(object: SampleObject): string {
  if (typeof object === 'string') return object
  const data = typeof object.data === 'string' ? object.data : latin1(object.data)
  return `<<${object.entries ?? ''} /Length ${data.length}>>\nstream\n${data}\nendstream`
}

/** One byte per character, and back. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

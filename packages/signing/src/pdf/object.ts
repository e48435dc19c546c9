/** The objects of a PDF (ISO 32000-1, 7.3), as they stand in the file: nothing is resolved or decoded. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfReal
  | PdfName
  | PdfString
  | PdfArray
  | PdfDict
  | PdfStream
  | PdfRef

/** A number written with a point; a plain `number` is always an integer. `text` keeps it exact. */
interface PdfReal {
  readonly kind: 'real'
  readonly value: number
  readonly text: string
}

/** `name` holds one character per byte, `#xx` already read. */
interface PdfName {
  readonly kind: 'name'
  readonly name: string
}

/** `start` and `end` enclose the token with its delimiters, within what was parsed. */
export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly hex: boolean
  readonly start: number
  readonly end: number
}

interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfObject[]
  readonly start: number
  readonly end: number
}

/** A dictionary; its keys without the slash. */
export interface PdfDict {
  readonly kind: 'dict'
  readonly map: ReadonlyMap<string, PdfObject>
  readonly start: number
  readonly end: number
}

/** `start` and `end` enclose the encoded bytes in the file. */
export interface PdfStream {
  readonly kind: 'stream'
  readonly dict: PdfDict
  readonly start: number
  readonly end: number
}

/** The name of an indirect object. */
export interface PdfRef {
  readonly kind: 'ref'
  readonly id: number
  readonly generation: number
}

type Compound = Exclude<PdfObject, null | boolean | number>

/** The object if it is of that kind. */
export function only<K extends Compound['kind']>(
  object: PdfObject | undefined,
  kind: K,
): Extract<Compound, { kind: K }> | undefined {
  return typeof object === 'object' && object !== null && object.kind === kind
    ? (object as Extract<Compound, { kind: K }>)
    : undefined
}

/** The text of a name, if it is one. */
export const nameOf = (object: PdfObject | undefined): string | undefined => only(object, 'name')?.name

/** The integer, if it is one and not negative. */
export const countOf = (object: PdfObject | undefined): number | undefined =>
  typeof object === 'number' && object >= 0 ? object : undefined

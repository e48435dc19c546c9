import { error } from '../codes.ts'
import { fieldsOf } from './fields.ts'
import { countOf, nameOf, only, type PdfDict, type PdfString } from './object.ts'
import type { Pdf } from './reader.ts'
import type { Revision } from './revision.ts'
import { dateOf, textOf } from './text.ts'
import { tooMany } from './too-many.ts'

/** A signature field that holds a signature dictionary (ISO 32000-1, 12.8.1). */
export interface PdfSignature {
  readonly field: string
  readonly fieldId: number
  readonly dict: PdfDict
  /** Number of the object that is, or directly contains, the signature dictionary. */
  readonly id: number
  /** The revision in which that object stands; undefined where it is packed in an object stream. */
  readonly revision: Revision | undefined
  readonly filter: string | undefined
  readonly subFilter: string | undefined
  /** Only if written directly and as integers: a signer does not sign what a reference leads to. */
  readonly byteRange: readonly number[] | undefined
  /** Only if written directly and in hexadecimal. */
  readonly contents: PdfString | undefined
  /** The time the signer claims (/M). */
  readonly time: Date | undefined
  readonly name: string | undefined
  readonly reason: string | undefined
  readonly location: string | undefined
  /** What the certification permits (DocMDP, 12.8.2.2): 1 nothing, 2 filling in, 3 annotating too. */
  readonly permission: number | undefined
  /** The fields that may not change any more (FieldMDP, 12.8.2.4). */
  readonly locks: readonly FieldLock[]
}

/** `All` fields, those named (`Include`) with what is below them, or all but those (`Exclude`). */
export interface FieldLock {
  readonly action: 'All' | 'Include' | 'Exclude'
  readonly fields: readonly string[]
}

/** The signed signature fields, in the order of the form. */
export function signaturesOf(pdf: Pdf): PdfSignature[] {
  const signatures = fieldsOf(pdf).flatMap(({ id: fieldId, name, type, value }): PdfSignature[] => {
    const dict = type === 'Sig' ? pdf.dict(value) : undefined
    if (!dict) return []
    const id = only(value, 'ref')?.id ?? fieldId
    // Behind a second reference it would stand elsewhere than where `id` says.
    if (only(value, 'ref') && pdf.object(id) !== dict) throw error('pdf-structure-wrong', { what: 'V' })
    const text = (key: string) => textOf(pdf.resolve(dict.map.get(key)))
    return [
      {
        field: name,
        fieldId,
        dict,
        id,
        revision: revisionOf(pdf, id),
        filter: nameOf(pdf.resolve(dict.map.get('Filter'))),
        subFilter: nameOf(pdf.resolve(dict.map.get('SubFilter'))),
        byteRange: integers(dict),
        contents: hexContents(dict),
        time: dateOf(pdf.resolve(dict.map.get('M'))),
        name: text('Name'),
        reason: text('Reason'),
        location: text('Location'),
        permission: permissionOf(pdf, dict),
        locks: locksOf(pdf, dict),
      },
    ]
  })
  const { signatures: limit } = pdf.limits
  if (signatures.length > limit) throw tooMany('signatures', limit)
  return signatures
}

function revisionOf(pdf: Pdf, id: number): Revision | undefined {
  const entry = pdf.entry(id)
  return entry?.kind === 'at' ? pdf.revisions.find(({ end }) => entry.at < end) : undefined
}

function integers(dict: PdfDict): number[] | undefined {
  const numbers = only(dict.map.get('ByteRange'), 'array')?.items.map(countOf)
  return numbers?.every((number) => number !== undefined) ? numbers : undefined
}

function hexContents(dict: PdfDict): PdfString | undefined {
  const contents = only(dict.map.get('Contents'), 'string')
  return contents?.hex ? contents : undefined
}

/** Signature references that are looked at; a signature has one or two. */
const mostReferences = 16

function permissionOf(pdf: Pdf, dict: PdfDict): number | undefined {
  const [parameters] = transforms(pdf, dict, 'DocMDP')
  if (!parameters) return undefined
  const permission = pdf.resolve(parameters.map.get('P'))
  // Without P it is 2; a value that is none of the three permits nothing.
  if (permission === null) return 2
  return permission === 2 || permission === 3 ? permission : 1
}

function locksOf(pdf: Pdf, dict: PdfDict): FieldLock[] {
  return transforms(pdf, dict, 'FieldMDP').map(({ map }) => {
    const action = nameOf(pdf.resolve(map.get('Action')))
    const fields = (pdf.items(map.get('Fields')) ?? []).map((name) => textOf(pdf.resolve(name)) ?? '')
    // A lock that is not understood locks everything.
    return action === 'Include' || action === 'Exclude' ? { action, fields } : { action: 'All', fields: [] }
  })
}

/** The parameters of the references that use a method; empty where they name none. */
function transforms(pdf: Pdf, dict: PdfDict, method: 'DocMDP' | 'FieldMDP'): PdfDict[] {
  const none: PdfDict = { kind: 'dict', map: new Map(), start: 0, end: 0 }
  return (pdf.items(dict.map.get('Reference')) ?? []).slice(0, mostReferences).flatMap((item) => {
    const reference = pdf.dict(item)
    if (nameOf(pdf.resolve(reference?.map.get('TransformMethod'))) !== method) return []
    return [pdf.dict(reference?.map.get('TransformParams')) ?? none]
  })
}

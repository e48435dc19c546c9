import { error } from '../codes.ts'
import { nameOf, type PdfDict } from './object.ts'
import type { Pdf } from './reader.ts'
import { walk } from './tree.ts'

/** A page, in the order in which it is shown. */
export interface PdfPage {
  /** Counted from 1. */
  readonly number: number
  /** Number of the page's object. */
  readonly id: number
  readonly dict: PdfDict
}

/** The pages in the order they are shown (ISO 32000-1, 7.7.3). */
export function pagesOf(pdf: Pdf): PdfPage[] {
  const root = pdf.catalog.map.get('Pages')
  const pages: PdfPage[] = []
  for (const { id, dict } of walk(pdf, root ? [root] : [], { what: 'Pages', nodes: pdf.limits.pages })) {
    const type = nameOf(pdf.resolve(dict.map.get('Type')))
    if (id === undefined || (type !== 'Page' && type !== 'Pages'))
      throw error('pdf-structure-wrong', { what: 'Pages' })
    if (type === 'Page') pages.push({ number: pages.length + 1, id, dict })
  }
  return pages
}

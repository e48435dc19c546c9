import { type Statement, statementBytes } from '@licencevault/licence'
import { drawArt } from './art/draw.ts'
import { error } from './codes.ts'
import { CharacterBook } from './font/book.ts'
import type { Fonts } from './font/fonts.ts'
import { layOut, layOutFixed } from './layout/lay-out.ts'
import type { Page } from './layout/page.ts'
import { layerContent } from './pdf/content.ts'
import { pack } from './pdf/file.ts'
import { ascii } from './pdf/syntax.ts'
import { type DrawnSeal, sealPress } from './seal-press.ts'
import { refuse } from './shape.ts'
import { asSpecimen } from './specimen.ts'
import type { Seal, Template } from './template.ts'
import { checkTemplate, sealsOf } from './template-check.ts'
import { templateDigest } from './template-digest.ts'
import { type Extras, type Plate, type Writing, writeDocument, writing } from './write-document.ts'

/**
 * The version of everything that decides a page's bytes. A statement names it, so that a later release
 * that draws otherwise cannot pass its page off as this one's.
 */
export const rendererVersion = 'licencevault.renderer/2'

/** The largest receipt that is attached. */
export const maxReceiptBytes = 1024 * 1024

/** A template made ready for many licences. */
export interface Press {
  readonly template: Template
  /** Lower-case hex, see `templateDigest`. */
  readonly digest: string
  /** As `render`. */
  render(statement: Statement, extras?: Extras): Uint8Array
  /**
   * Lays the licence out without drawing it: proves that its statement can be rendered, and tells where
   * each text stands. Throws what `render` throws about statement, layout and seal.
   */
  layOut(statement: Statement): Page[]
}

/**
 * Checks a template once, lays out what is the same for every licence, and keeps it. The template must
 * not change afterwards.
 *
 * @throws template-invalid, glyph-missing, place-too-small
 */
export function openPress(template: Template, fonts: Fonts): Press {
  return makePress(template, fonts, writing)
}

/** As {@link openPress}, with other means of writing a file. */
export function makePress(template: Template, fonts: Fonts, means: Writing): Press {
  checkTemplate(template)
  const digest = templateDigest(template)
  const fixedPages = template.sheets.map((sheet) => layOutFixed(sheet, template, fonts))
  const further = layOutFixed({ ...template.continuation, blocks: [] }, template, fonts)
  const book = new CharacterBook()
  const plates = fixedPages.map((page) => makePlate(page, book))
  const furtherPlate = makePlate(further, book)
  const sealFor = sealPress(sealOf(template), book, fonts)
  const lay = (statement: Statement): { pages: readonly Page[]; seal: DrawnSeal } => {
    requireAgreement(statement, digest)
    return { pages: layOut(statement, template, fonts), seal: sealFor(statement.authority) }
  }
  return {
    template,
    digest,
    layOut(statement) {
      statementBytes(statement)
      return lay(statement).pages.map((page, index) => {
        const fixed = fixedPages[index]
        return fixed ? { ...page, fixed: fixed.fixed, texts: [...fixed.texts, ...page.texts] } : page
      })
    },
    render(statement, extras = {}) {
      const attached = statementBytes(statement)
      const receipt = extras.receipt
      if (receipt && receipt.length > maxReceiptBytes)
        throw error('attachment-too-large', {
          name: 'receipt.tlog',
          length: receipt.length,
          limit: maxReceiptBytes,
        })
      const { pages, seal } = lay(statement)
      return writeDocument(
        {
          statement,
          statementBytes: attached,
          extras,
          pages: pages.map((page, index) => ({
            page: extras.specimen ? asSpecimen(page, fonts) : page,
            plate: plates[index] ?? furtherPlate,
          })),
          seal,
          producer: rendererVersion,
        },
        means,
      )
    },
  }
}

/** What lies under every licence's own text, packed once. */
function makePlate(page: Page, book: CharacterBook): Plate {
  const { content, parts } = drawArt(page.art, page.height)
  return {
    bytes: pack(ascii(content + layerContent(page.fixed, book, page.height))),
    parts: parts.map((part) => pack(ascii(part))),
  }
}

/** A checked template has one. */
function sealOf(template: Template): Seal {
  const [seal] = sealsOf(template)
  return seal ?? refuse('template.sheets', 'they have no seal', '没有印章')
}

function requireAgreement(statement: Statement, digest: string): void {
  if (statement.renderer !== rendererVersion)
    throw error('renderer-unknown', { stated: statement.renderer, ours: rendererVersion })
  if (statement.template !== digest)
    throw error('template-differs', { stated: statement.template, given: digest })
}

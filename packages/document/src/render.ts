import type { Statement } from '@licencevault/licence'
import type { Fonts } from './font/fonts.ts'
import { openPress } from './press.ts'
import type { Template } from './template.ts'
import type { Extras } from './write-document.ts'

export interface RenderOptions extends Extras {
  readonly fonts: Fonts
}

/**
 * Draws a licence: a PDF/A-3b page a person can read, with the statement attached and a signature
 * prepared but not made. Pure: the same input gives the same bytes in any process, time zone, locale,
 * release of Node from 22 on, and browser. For many licences of one type keep an {@link openPress}, which
 * gives the same bytes sooner.
 *
 * @throws template-invalid, template-differs, renderer-unknown, glyph-missing, place-too-small,
 *   too-many-pages, qr-too-long, attachment-too-large; for a wrong statement what `statementBytes` throws
 */
export function render(statement: Statement, template: Template, options: RenderOptions): Uint8Array {
  return openPress(template, options.fonts).render(statement, options)
}

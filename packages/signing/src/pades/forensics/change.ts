import type { Words } from '@licencevault/errors'
import type { Subject } from './words.ts'

/**
 * What a change is, as far as permissions go: `evidence` (certificates, revocation data, time-stamps),
 * `seal` (a signature or a field for one), `form` (a field filled in), `annotation`, `metadata`, and
 * `content`: anything else, which no seal permits.
 */
export type ChangeKind = 'evidence' | 'seal' | 'form' | 'annotation' | 'metadata' | 'content'

/** `open`: the seal permits it, but it can pass for content of the document, so somebody has to look. */
export type Permission = 'permitted' | 'open' | 'refused'

/** One thing that a later saving changed, as a seal judges it. */
export interface PdfChange {
  /** The saving that did it, counted from 1. */
  readonly revision: number
  readonly kind: ChangeKind
  /** What was changed, by a stable word. */
  readonly subject: Subject
  readonly permission: Permission
  /** Counted from 1; absent where it is on no page. */
  readonly page?: number
  /** Full name of the form field. */
  readonly field?: string
  /** Number of the object that says something else now. */
  readonly object?: number
  /** Where that is, from the trailer or the page on, such as `/Root/AcroForm/Fields`. */
  readonly path: string
  /** The beginning of what stood there and of what stands there now, in PDF syntax; `null` for nothing. */
  readonly before: string
  readonly after: string
  readonly sentence: Words
}

/** A change as it is found, before any seal has judged it. */
export interface Found {
  readonly kind: ChangeKind
  readonly subject: Subject
  readonly page?: number
  readonly field?: string
  readonly object?: number
  readonly path: string
  readonly before: string
  readonly after: string
  /** Of an annotation: whether it can only be taken for a comment. */
  readonly comment?: boolean
  /** Of a seal: whether its field was added, so that it stands on a page where nothing was planned. */
  readonly visible?: boolean
}

/** What one saving did to the document as it was before. */
export interface Step {
  /** Counted from 0. */
  readonly revision: number
  readonly found: readonly Found[]
  /** Whether there was more than is listed. */
  readonly more: boolean
}

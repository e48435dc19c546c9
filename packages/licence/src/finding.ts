import { type Details, fill, type VaultError, type Words } from '@licencevault/errors'
import { type Code, codes, error } from './codes.ts'

/** One thing that is wrong, as a value: what, where, and what to do about it in both languages. */
export interface Finding {
  /** Stable word code, such as `identifier-check-wrong`. */
  readonly code: Code
  /** JSON Pointer (RFC 6901) into what was examined; empty for the whole. */
  readonly path: string
  readonly sentence: Words
  readonly remedy: Words
  readonly details: Details
}

export function finding(code: Code, path: string, details: Details = {}): Finding {
  const row = codes[code]
  return { code, path, sentence: fill(row.sentence, details), remedy: fill(row.remedy, details), details }
}

/** The same finding, thrown. */
export function thrown(found: Finding): VaultError {
  return error(found.code, found.details)
}

/** One step of a JSON Pointer, escaped. */
export function step(path: string, name: string | number): string {
  const text = String(name)
  return `${path}/${/[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text}`
}

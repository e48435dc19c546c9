/**
 * The one error of the licence vault.
 *
 * A package keeps its word codes in one plain `const` table, each with a sentence and a remedy in
 * English and Chinese, and makes its errors from that table with {@link errorsOf}. Codes are words
 * and never change meaning. Exceptions are for wrong calls and bad input; a verdict is a value.
 */

/** The same words in English and Chinese. */
export interface Words {
  readonly en: string
  readonly zh: string
}

/**
 * What kind of trouble it is; a service maps it to its own status once.
 *
 * - `invalid`: the input is wrong and will stay wrong
 * - `missing`: what was named does not exist
 * - `conflict`: it exists already, or something else happened first
 * - `denied`: the caller, authority or password may not
 * - `exhausted`: a stated limit of size, depth, count or rate
 * - `unavailable`: a thing this depends on is not there now; try again
 */
export type Kind = 'invalid' | 'missing' | 'conflict' | 'denied' | 'exhausted' | 'unavailable'

/** One row of a package's table of codes. `{name}` in a sentence is filled from the error's details. */
export interface CodeRow {
  readonly kind: Kind
  readonly sentence: Words
  readonly remedy: Words
}

/** A package's codes, each with its row. */
export type CodeTable = Readonly<Record<string, CodeRow>>

/** What may fill a sentence. Never a secret, and never personal data beyond what the caller just gave. */
export type Details = Readonly<Record<string, string | number>>

// Controls, line ends, and marks that turn the direction of writing.
const unruly = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Fills `{name}` in both languages from `details`; an unknown name stays as it is written. What fills it may be
 * a stranger's: nothing in it ends or rearranges the line that the sentence is.
 */
export function fill(words: Words, details: Details = {}): Words {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name) =>
      Object.hasOwn(details, name) ? String(details[name]).replace(unruly, '\ufffd') : whole,
    )
  return { en: put(words.en), zh: put(words.zh) }
}

/** Text of a stranger, cut to `most` characters, for a place where its length is not to be his to choose. */
export function shortened(text: string, most = 200): string {
  if (text.length <= most) return text
  // Half of a character outside of the basic plane is none.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Thrown for every wrong call or bad input. `message` starts with the code, then the English sentence. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  /** Stable word code, such as `identifier-check-wrong`. */
  readonly code: string
  readonly kind: Kind
  /** What is wrong, in a sentence. */
  readonly sentence: Words
  /** What to do about it. */
  readonly remedy: Words
  readonly details: Details

  constructor(code: string, row: CodeRow, details: Details = {}, options?: { cause?: unknown }) {
    const sentence = fill(row.sentence, details)
    super(`${code}: ${sentence.en}`, options)
    this.code = code
    this.kind = row.kind
    this.sentence = sentence
    this.remedy = fill(row.remedy, details)
    this.details = details
  }
}

/**
 * Makes the function by which a package makes its errors.
 *
 * @example
 * const error = errorsOf(codes)
 * throw error('holder-kind-not-allowed', { kind: 'person', kindZh: '自然人', type: type.nameEn, typeZh: type.name })
 */
export function errorsOf<const T extends CodeTable>(table: T) {
  return (code: keyof T & string, details?: Details, options?: { cause?: unknown }): VaultError => {
    const row = Object.hasOwn(table, code) ? table[code] : undefined
    if (!row) throw new TypeError(`no such code: ${code}`)
    return new VaultError(code, row, details, options)
  }
}

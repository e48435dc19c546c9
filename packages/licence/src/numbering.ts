import type { Words } from '@licencevault/errors'
import { error } from './codes.ts'
import { words } from './shape.ts'
import type { NumberingRule } from './type.ts'

/** What a licence number is written from; only what the rule's tokens ask for is needed. */
export interface NumberingParts {
  /** Four digits. */
  readonly year?: number
  /** Division code of the authority, six digits. */
  readonly area?: string
  /** The count per type, authority and year, from 1. */
  readonly serial?: number
  /** Code of the (first) holder. */
  readonly holderCode?: string
}

/** The longest numbering pattern, in characters. */
const MAX_NUMBERING_PATTERN = 100
/** The longest serial in a number, in digits: what an integer of JSON holds. */
const MAX_SERIAL_DIGITS = 15

/** A piece of a numbering pattern: text as it stands, or a token. */
export type NumberingPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year' | 'area' | 'holder' }
  | { readonly kind: 'serial'; readonly digits: number }

/**
 * Writes a licence number (证照编号) by its type's rule.
 *
 * @throws VaultError `numbering-token-wrong`, `numbering-part-missing`, `numbering-serial-used-up`
 */
export function writeNumber(rule: NumberingRule, parts: NumberingParts): string {
  return numberingPieces(rule)
    .map((piece) => writePiece(piece, parts))
    .join('')
}

/** Reads a numbering pattern into its pieces. Throws VaultError `numbering-token-wrong`. */
export function numberingPieces({ pattern }: NumberingRule): readonly NumberingPiece[] {
  const wrong = (why: Words) => {
    const shown = pattern.slice(0, MAX_NUMBERING_PATTERN)
    return error('numbering-token-wrong', { pattern: shown, why: why.en, whyZh: why.zh })
  }
  if (pattern.length > MAX_NUMBERING_PATTERN) {
    throw wrong(
      words(`it has more than ${MAX_NUMBERING_PATTERN} characters`, `超过 ${MAX_NUMBERING_PATTERN} 个字符`),
    )
  }
  const pieces = pattern.split(/(\{[^{}]*\})/).flatMap((text): NumberingPiece[] => {
    if (text === '') return []
    if (!text.startsWith('{') || !text.endsWith('}')) {
      if (/[{}]/.test(text)) throw wrong(words('a brace stands alone', '花括号不成对'))
      return [{ kind: 'text', text }]
    }
    const piece = token(text.slice(1, -1))
    if (!piece) throw wrong(words(`${text} is no token`, `${text} 不是占位符`))
    return [piece]
  })
  if (!pieces.some(({ kind }) => kind === 'serial' || kind === 'holder')) {
    throw wrong(words('nothing in it tells one licence from another', '其中没有能够区分各份证照的部分'))
  }
  return pieces
}

function token(name: string): NumberingPiece | undefined {
  if (name === 'year' || name === 'area' || name === 'holder') return { kind: name }
  const digits = Number(/^serial:([1-9][0-9]?)$/.exec(name)?.[1])
  return digits <= MAX_SERIAL_DIGITS ? { kind: 'serial', digits } : undefined
}

function writePiece(piece: NumberingPiece, parts: NumberingParts): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'year':
      return need('year', String(parts.year ?? ''), /^[0-9]{4}$/)
    case 'area':
      return need('area', parts.area ?? '', /^[0-9]{6}$/)
    case 'holder':
      return need('holderCode', parts.holderCode ?? '', /^\S{1,64}$/)
    case 'serial': {
      const serial = Number(need('serial', String(parts.serial ?? ''), /^[1-9][0-9]{0,15}$/))
      const text = String(serial).padStart(piece.digits, '0')
      if (text.length > piece.digits)
        throw error('numbering-serial-used-up', { serial, digits: piece.digits })
      return text
    }
  }
}

const PARTS: Readonly<Record<keyof NumberingParts, Words>> = {
  year: words('year of four digits', '四位年份'),
  area: words('division code of six digits', '六位行政区划代码'),
  serial: words('serial from 1', '流水号（从 1 起的整数）'),
  holderCode: words('code of the holder', '持证主体代码'),
}

function need(name: keyof NumberingParts, text: string, shape: RegExp): string {
  if (!shape.test(text)) {
    const { en, zh } = PARTS[name]
    throw error('numbering-part-missing', { name, part: en, partZh: zh })
  }
  return text
}

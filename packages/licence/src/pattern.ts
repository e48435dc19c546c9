import type { Words } from '@licencevault/errors'
import { words } from './shape.ts'

/** The longest pattern of a field, in characters. */
export const MAX_PATTERN_LENGTH = 200
/** The longest text a pattern is tried on; a longer one is too long. */
export const MAX_PATTERN_TEXT = 128
/** Open repetitions (`*`, `+`, `{n,m}`) in one pattern. */
const MAX_REPETITIONS = 3
/** Choices (`|` and `?`) in one pattern. */
const MAX_CHOICES = 6

/**
 * Why a field's pattern is refused; `undefined` when it may be used.
 *
 * A pattern comes with a licence type and is tried on what an applicant wrote, and a backtracking
 * engine can be made to run for ever. So: anchored at both ends, no back-references and no looking
 * around, nothing open repeated inside a repetition, and few open repetitions and choices. With a text
 * of at most 128 characters the worst that passes ends in well under a second.
 */
export function refusalOf(pattern: string): Words | undefined {
  if (pattern.length > MAX_PATTERN_LENGTH)
    return words(`it has more than ${MAX_PATTERN_LENGTH} characters`, `超过 ${MAX_PATTERN_LENGTH} 个字符`)
  if (!/^\^(?:[^\\]|\\.)*\$$/s.test(pattern))
    return words('it must begin with ^ and end with $', '须以 ^ 开头、以 $ 结尾')
  try {
    new RegExp(pattern, 'u')
  } catch {
    return words(
      'it is no regular expression of ECMAScript with the flag u',
      '不是带 u 标志的 ECMAScript 正则表达式',
    )
  }
  return weigh(pattern.slice(1, -1))
}

interface Group {
  repetitions: number
  choices: number
}

function weigh(pattern: string): Words | undefined {
  const groups: Group[] = [{ repetitions: 0, choices: 0 }]
  let closed: Group | undefined
  for (const [piece] of pattern.matchAll(PIECES)) {
    const group = groups.at(-1)
    // Brackets match: the engine has read the pattern already.
    if (!group) return undefined
    const before = closed
    closed = undefined
    if (piece === '(' || piece === '(?:') groups.push({ repetitions: 0, choices: 0 })
    else if (piece === ')') {
      closed = groups.pop()
      const outer = groups.at(-1)
      if (!closed || !outer) return undefined
      outer.repetitions += closed.repetitions
      outer.choices += closed.choices
    } else if (piece === '|') {
      if (groups.length === 1) return words('a choice must stand in brackets', '“|”须置于括号内')
      group.choices++
    } else if (piece === '?') group.choices++
    else if (piece === '^' || piece === '$')
      return words('^ and $ stand only at the two ends', '^ 和 $ 只能位于两端')
    else if (/^(\(\?|\\[1-9kbB])/.test(piece))
      return words('looking around and back-references are not allowed', '不允许使用环视和反向引用')
    else if (/^[*+{]/.test(piece)) {
      if (before && before.repetitions + before.choices > 0)
        return words('a repetition or choice is itself repeated', '含有重复或选择的部分又被重复')
      if (!/^\{[0-9]+\}$/.test(piece)) group.repetitions++
    }
  }
  const total = groups[0]
  if (!total || total.repetitions > MAX_REPETITIONS)
    return words(
      `it has more than ${MAX_REPETITIONS} open repetitions`,
      `不定次重复超过 ${MAX_REPETITIONS} 处`,
    )
  return total.choices > MAX_CHOICES
    ? words(`it has more than ${MAX_CHOICES} choices`, `选择（“|”和“?”）超过 ${MAX_CHOICES} 处`)
    : undefined
}

// A class, an escape, a group's opening, a count, or one character.
const PIECES = /\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\.|\(\?[:=!]|\(\?<[=!]?|\{[0-9]+(?:,[0-9]*)?\}|./gsu

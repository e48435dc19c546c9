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
/** The ways to read the longest text by one pattern, times the pieces of one way. */
const MAX_STEPS = 10_000_000

/**
 * Why a field's pattern is refused; `undefined` when it may be used.
 *
 * A pattern comes with a licence type and is tried on what an applicant wrote, and a backtracking
 * engine can be made to run for ever. So: anchored at both ends, no back-references and no looking
 * around, nothing open repeated inside a repetition, few open repetitions and choices, and few ways to
 * read one text by it. With a text of at most 128 characters the worst that passes ends in well under a
 * second.
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
  /** Pieces, those that are counted written out. */
  pieces: number
}

function weigh(pattern: string): Words | undefined {
  const groups: Group[] = [{ repetitions: 0, choices: 0, pieces: 0 }]
  let closed: Group | undefined
  let ways = 1
  for (const [piece] of pattern.matchAll(PIECES)) {
    const group = groups.at(-1)
    // Brackets match: the engine has read the pattern already.
    if (!group) return undefined
    const before = closed
    closed = undefined
    if (piece === '(' || piece === '(?:') groups.push({ repetitions: 0, choices: 0, pieces: 1 })
    else if (piece === ')') {
      closed = groups.pop()
      const outer = groups.at(-1)
      if (!closed || !outer) return undefined
      outer.repetitions += closed.repetitions
      outer.choices += closed.choices
      outer.pieces += closed.pieces
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
      const { least, most } = countOf(piece)
      group.pieces += (before?.pieces ?? 1) * (Math.max(1, most ?? least) - 1)
      if (most === least) continue
      group.repetitions++
      ways *= most === undefined ? MAX_PATTERN_TEXT + 1 : most - least + 1
    } else group.pieces++
  }
  const total = groups[0]
  if (!total || total.repetitions > MAX_REPETITIONS)
    return words(
      `it has more than ${MAX_REPETITIONS} open repetitions`,
      `不定次重复超过 ${MAX_REPETITIONS} 处`,
    )
  if (total.choices > MAX_CHOICES)
    return words(`it has more than ${MAX_CHOICES} choices`, `选择（“|”和“?”）超过 ${MAX_CHOICES} 处`)
  const steps = Math.min(ways, waysToShare(total.repetitions)) * 2 ** total.choices * total.pieces
  return steps > MAX_STEPS
    ? words(`trying it takes more than ${MAX_STEPS} steps`, `试配所需的步数超过 ${MAX_STEPS}`)
    : undefined
}

/** How often a piece may be repeated; without `most`, as often as the text is long. */
function countOf(quantifier: string): { least: number; most: number | undefined } {
  const [least = quantifier === '+' ? 1 : 0, most = least] = (quantifier.match(/[0-9]+/g) ?? []).map(Number)
  return { least, most: /^[*+]|,\}$/.test(quantifier) ? undefined : most }
}

/** In how many ways so many repetitions, each of one character or more at a time, share the longest text. */
function waysToShare(repetitions: number): number {
  let ways = 1
  for (let one = 1; one <= repetitions; one++) ways = (ways * (MAX_PATTERN_TEXT + one)) / one
  return ways
}

// A class, an escape, a group's opening, a count, or one character.
const PIECES = /\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\.|\(\?[:=!]|\(\?<[=!]?|\{[0-9]+(?:,[0-9]*)?\}|./gsu

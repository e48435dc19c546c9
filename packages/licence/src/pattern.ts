/** The longest pattern of a field, in characters. */
export const MAX_PATTERN_LENGTH = 200
/** The longest text a pattern is tried on; a longer one is too long. */
export const MAX_PATTERN_TEXT = 128
/** Open repetitions (`*`, `+`, `{n,m}`) in one pattern. */
export const MAX_REPETITIONS = 3
/** Choices (`|` and `?`) in one pattern. */
export const MAX_CHOICES = 6

/**
 * Why a field's pattern is refused; `undefined` when it may be used.
 *
 * A pattern comes with a licence type and is tried on what an applicant wrote, and a backtracking
 * engine can be made to run for ever. So: anchored at both ends, no back-references and no looking
 * around, nothing open repeated inside a repetition, and few open repetitions and choices. With a text
 * of at most 128 characters the worst that passes ends in well under a second.
 */
export function refusalOf(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN_LENGTH) return `it has more than ${MAX_PATTERN_LENGTH} characters`
  if (!/^\^.*[^\\]\$$/s.test(pattern)) return 'it must begin with ^ and end with $'
  try {
    new RegExp(pattern, 'u')
  } catch {
    return 'it is no regular expression of ECMAScript with the flag u'
  }
  return weigh(pattern.slice(1, -1))
}

interface Group {
  repetitions: number
  choices: number
}

function weigh(pattern: string): string | undefined {
  const groups: Group[] = [{ repetitions: 0, choices: 0 }]
  let closed: Group | undefined
  for (const [piece] of pattern.matchAll(PIECES)) {
    const group = groups.at(-1)
    if (!group) return 'its brackets do not match'
    const before = closed
    closed = undefined
    if (piece === '(' || piece === '(?:') groups.push({ repetitions: 0, choices: 0 })
    else if (piece === ')') {
      closed = groups.pop()
      const outer = groups.at(-1)
      if (!closed || !outer) return 'its brackets do not match'
      outer.repetitions += closed.repetitions
      outer.choices += closed.choices
    } else if (piece === '|') {
      if (groups.length === 1) return 'a choice must stand in brackets'
      group.choices++
    } else if (piece === '?') group.choices++
    else if (piece === '^' || piece === '$') return '^ and $ stand only at the two ends'
    else if (/^(\(\?|\\[1-9kbB])/.test(piece)) return 'looking around and back-references are not allowed'
    else if (/^[*+{]/.test(piece)) {
      if (before && before.repetitions + before.choices > 0)
        return 'a repetition or choice is itself repeated'
      if (!/^\{[0-9]+\}$/.test(piece)) group.repetitions++
    }
  }
  const total = groups[0]
  if (!total || total.repetitions > MAX_REPETITIONS)
    return `it has more than ${MAX_REPETITIONS} open repetitions`
  return total.choices > MAX_CHOICES ? `it has more than ${MAX_CHOICES} choices` : undefined
}

// A class, an escape, a group's opening, a count, or one character.
const PIECES = /\[(?:\\.|[^\]\\])*\]|\\.|\(\?[:=!]|\(\?<[=!]?|\{[0-9]+(?:,[0-9]*)?\}|./gsu

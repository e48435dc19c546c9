import { isCivilDate } from './civil-date.ts'
import { type Finding, finding } from './finding.ts'

/** What a resident ID says (GB 11643-1999). It is personal: keep it out of keys, entries and logs. */
export interface ResidentIdParts {
  /** 地址码, the division of first registration. */
  readonly division: string
  /** Date of birth, ISO. */
  readonly birth: string
  readonly sex: 'male' | 'female'
}

/** A reading is a value: `findings` is empty exactly when the number is right. */
export interface ResidentIdReading {
  readonly text: string
  /** Absent when the shape or the date of birth is wrong. */
  readonly parts?: ResidentIdParts
  readonly findings: readonly Finding[]
}

const SHAPE = /^[0-9]{17}[0-9X]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
/** Province-level codes of GB/T 2260, with 71, 81, 82 and 83 (Taiwan residents' cards). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/**
 * Reads a resident ID of 18 characters (公民身份号码): check character (ISO 7064 MOD 11-2), province, real
 * date of birth. Findings never repeat the number itself. Never throws.
 */
export function readResidentId(text: string): ResidentIdReading {
  const misshapen = shapeOf(text)
  if (misshapen) return { text: String(text), findings: [misshapen] }
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const findings = [...checkRegion(text), ...checkBirth(birth), ...checkLast(text)]
  if (!isCivilDate(birth)) return { text, findings }
  const sex = Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { text, parts: { division: text.slice(0, 6), birth, sex }, findings }
}

function shapeOf(text: string): Finding | undefined {
  if (typeof text !== 'string') return finding('resident-id-shape', '')
  if (SHAPE.test(text)) return undefined
  if (/^[0-9]{15}$/.test(text)) return finding('resident-id-fifteen-digits', '')
  if (/^[0-9]{17}x$/.test(text)) return finding('resident-id-lower-case', '')
  return finding('resident-id-shape', '')
}

function checkRegion(text: string): Finding[] {
  const found = text.slice(0, 2)
  return PROVINCES.has(found) ? [] : [finding('resident-id-region', '', { found })]
}

function checkBirth(birth: string): Finding[] {
  return isCivilDate(birth) ? [] : [finding('resident-id-date', '')]
}

function checkLast(text: string): Finding[] {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0)
  return text.charAt(17) === CHECKS.charAt(sum % 11) ? [] : [finding('resident-id-check-wrong', '')]
}

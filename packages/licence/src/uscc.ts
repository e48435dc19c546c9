import { type Finding, finding } from './finding.ts'

/** What a unified social credit code says, part by part (GB 32100-2015). */
export interface UsccParts {
  /** 登记管理部门, such as `1` 机构编制, `5` 民政, `9` 市场监管. */
  readonly registrar: string
  /** 机构类别 within the registrar. */
  readonly category: string
  /** 登记管理机关行政区划码, six digits. */
  readonly division: string
  /** 主体标识码: an organisation code of GB 11714, nine characters. */
  readonly organisationCode: string
  readonly check: string
}

/** A reading is a value: `findings` is empty exactly when the code is right. */
export interface UsccReading {
  readonly text: string
  /** Absent when the shape is wrong. */
  readonly parts?: UsccParts
  readonly findings: readonly Finding[]
}

const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const VALUES = valuesOf(ALPHABET)
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_VALUES = valuesOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Is this a unified social credit code whose two check characters are both right? */
export function isUscc(text: string): boolean {
  return (
    typeof text === 'string' &&
    SHAPE.test(text) &&
    text[17] === usccCheck(text) &&
    text[16] === organisationCheck(text.slice(8, 16))
  )
}

/**
 * Reads a unified social credit code (统一社会信用代码). Both checks are made and reported apart: its own,
 * and that of the organisation code of GB 11714 inside it. Never throws.
 */
export function readUscc(text: string): UsccReading {
  if (typeof text !== 'string' || !SHAPE.test(text)) {
    return { text: String(text), findings: [finding('uscc-shape', '')] }
  }
  const parts: UsccParts = {
    registrar: text.slice(0, 1),
    category: text.slice(1, 2),
    division: divisionOf(text),
    organisationCode: text.slice(8, 17),
    check: text.slice(17),
  }
  return { text, parts, findings: [...checkItself(text, parts), ...checkOrganisation(parts)] }
}

/** The division of a code that is right: characters 3 to 8. */
export function divisionOf(uscc: string): string {
  return uscc.slice(2, 8)
}

function checkItself(text: string, { check }: UsccParts): Finding[] {
  const expected = usccCheck(text)
  return check === expected ? [] : [finding('uscc-check-wrong', '', { found: check, expected })]
}

function checkOrganisation({ organisationCode }: UsccParts): Finding[] {
  const expected = organisationCheck(organisationCode.slice(0, 8))
  const found = organisationCode.slice(8)
  return found === expected ? [] : [finding('uscc-organisation-check-wrong', '', { found, expected })]
}

function usccCheck(text: string): string {
  return ALPHABET.charAt((31 - (weigh(text, WEIGHTS, VALUES) % 31)) % 31)
}

function organisationCheck(text: string): string {
  const rest = 11 - (weigh(text, ORGANISATION_WEIGHTS, ORGANISATION_VALUES) % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

function weigh(text: string, weights: readonly number[], values: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    sum += (weights[index] ?? 0) * (values[text.charCodeAt(index)] ?? 0)
  }
  return sum
}

/** Value by character code. */
function valuesOf(alphabet: string): readonly number[] {
  return Array.from({ length: 128 }, (_, code) => Math.max(0, alphabet.indexOf(String.fromCharCode(code))))
}

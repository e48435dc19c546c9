import type { Code } from './codes.ts'
import { type Finding, finding, thrown } from './finding.ts'
import { isUscc } from './uscc.ts'

/** The OID under which every licence identifier stands (GB/T 36904). */
export const IDENTIFIER_ROOT = '1.2.156.3005.2'
/** The longest identifier that is read, in characters. */
const MAX_IDENTIFIER_LENGTH = 128
/** The longest serial, in characters. The standard's own maximum is not public. */
const MAX_SERIAL_LENGTH = 64

/** What an identifier is composed of. */
export interface IdentifierParts {
  /** 证照类型代码: the defining authority's USCC and three digits, 21 characters. */
  readonly typeCode: string
  /** 证照颁发机构代码: USCC of the issuing authority. */
  readonly issuerCode: string
  /** 流水号: 1 to 64 digits and capital letters. */
  readonly serial: string
  /** 版本号, 1 to 999; the first is 1, each re-issue is greater by one. */
  readonly version: number
}

/** The words by which a deviation from GB/T 36904 is reported. */
export type IdentifierDeviation = Extract<Code, `identifier-${string}`>

/** A reading is a value: `findings` is empty exactly when the identifier follows the standard. */
export interface IdentifierReading {
  readonly text: string
  /** What was read; absent when the text has no such parts. Its parts may deviate: see `findings`. */
  readonly parts?: IdentifierParts & { readonly root: string; readonly check: string }
  /** The check character that these parts would have. */
  readonly expectedCheck?: string
  readonly findings: readonly (Finding & { readonly code: IdentifierDeviation })[]
}

/**
 * Composes an identifier (证照标识) with its root and check character.
 *
 * @throws VaultError `identifier-…` when a part is wrong
 */
export function composeIdentifier({ typeCode, issuerCode, serial, version }: IdentifierParts): string {
  const written = String(version).padStart(3, '0')
  const [wrong] = [
    ...checkTypeCode(typeCode),
    ...checkIssuer(issuerCode),
    ...checkSerial(serial),
    ...checkVersion(written),
  ]
  if (wrong) throw thrown(wrong)
  const check = checkCharacter(`${typeCode}${issuerCode}${serial}${written}`)
  return `${IDENTIFIER_ROOT}.${typeCode}.${issuerCode}.${serial}.${written}.${check}`
}

/**
 * Reads an identifier and reports every deviation apart, by its own word. Never throws: use
 * {@link requireIdentifier} where a deviation must not pass.
 */
export function readIdentifier(text: string): IdentifierReading {
  if (typeof text !== 'string') return unreadable(String(text), 'identifier-shape')
  if (text.length > MAX_IDENTIFIER_LENGTH) return tooLong(text)
  const segments = text.split('.')
  const tail = segments.slice(-5)
  const root = segments.slice(0, -5).join('.')
  const [typeCode, issuerCode, serial, version, check] = tail
  if (
    typeCode === undefined ||
    issuerCode === undefined ||
    serial === undefined ||
    version === undefined ||
    check === undefined ||
    !/^([0-9]+(\.[0-9]+){4})?$/.test(root) ||
    !/^[0-9A-Z]$/i.test(check)
  ) {
    return unreadable(text, 'identifier-shape')
  }
  if (!/^[0-9]{1,3}$/.test(version)) return unreadable(text, 'identifier-version-shape', { found: version })
  const covered = `${typeCode}${issuerCode}${serial}${version}`
  const expectedCheck = checkCharacter(covered)
  return {
    text,
    parts: { root, typeCode, issuerCode, serial, version: Number(version), check },
    expectedCheck,
    findings: [
      ...checkRoot(root),
      ...checkTypeCode(typeCode),
      ...checkIssuer(issuerCode),
      ...checkSerial(serial),
      ...checkVersion(version),
      ...checkCheck(check, expectedCheck, root.replaceAll('.', '') + covered),
    ],
  }
}

/**
 * Reads an identifier strictly. `accept` names deviations to let pass, for licences taken in from a
 * system that has them; nothing passes unnamed.
 *
 * @throws VaultError with the word of the first deviation, `identifier-…`
 */
export function requireIdentifier(
  text: string,
  { accept = [] }: { readonly accept?: readonly IdentifierDeviation[] } = {},
): IdentifierReading & { readonly parts: NonNullable<IdentifierReading['parts']> } {
  const reading = readIdentifier(text)
  const refused = reading.findings.find(({ code }) => !accept.includes(code))
  if (refused) throw thrown(refused)
  const { parts } = reading
  if (!parts) throw thrown(finding('identifier-shape', ''))
  return { ...reading, parts }
}

/**
 * Check character of ISO 7064 MOD 37,36 over digits and capital letters; the dots and the root are not
 * part of it. Small letters count as their capitals, so that a deviating serial can still be judged.
 */
function checkCharacter(text: string): string {
  let product = 36
  for (let index = 0; index < text.length; index++) {
    const sum = (product + valueOfCode(text.charCodeAt(index))) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return ALPHABET.charAt((37 - product) % 36)
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function valueOfCode(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 65 && code <= 90) return code - 55
  return code >= 97 && code <= 122 ? code - 87 : 0
}

type Found = IdentifierReading['findings'][number]

function deviation(code: IdentifierDeviation, details: Record<string, string | number> = {}): Found {
  return { ...finding(code, '', details), code }
}

function unreadable(text: string, code: IdentifierDeviation, details = {}): IdentifierReading {
  return { text, findings: [deviation(code, details)] }
}

function tooLong(text: string): IdentifierReading {
  const details = { length: text.length, most: MAX_IDENTIFIER_LENGTH }
  return { text: text.slice(0, MAX_IDENTIFIER_LENGTH), findings: [deviation('identifier-too-long', details)] }
}

function checkRoot(root: string): Found[] {
  if (root === IDENTIFIER_ROOT) return []
  if (root === '') return [deviation('identifier-root-missing', { root: IDENTIFIER_ROOT })]
  return [deviation('identifier-root-other', { found: root, root: IDENTIFIER_ROOT })]
}

function checkTypeCode(found: string): Found[] {
  if (!/^[0-9A-Z]{18}[0-9]{3}$/.test(found)) return [deviation('identifier-type-code-shape', { found })]
  const authority = found.slice(0, 18)
  return isUscc(authority) ? [] : [deviation('identifier-type-authority-wrong', { found: authority })]
}

function checkIssuer(found: string): Found[] {
  if (isUscc(found)) return []
  if (/^[0-9]{6}$/.test(found)) return [deviation('identifier-issuer-division-code', { found })]
  return [
    deviation(/^[0-9A-Z]{18}$/.test(found) ? 'identifier-issuer-wrong' : 'identifier-issuer-shape', {
      found,
    }),
  ]
}

function checkSerial(found: string): Found[] {
  const { length } = found
  if (length < 1 || length > MAX_SERIAL_LENGTH) {
    return [deviation('identifier-serial-length', { length, most: MAX_SERIAL_LENGTH })]
  }
  if (/^[0-9A-Z]+$/.test(found)) return []
  return [
    /^[0-9A-Za-z]+$/.test(found)
      ? deviation('identifier-serial-lower-case', { found })
      : deviation('identifier-serial-characters'),
  ]
}

function checkVersion(found: string): Found[] {
  if (/^[0-9]{2}$/.test(found)) return [deviation('identifier-version-two-digits', { found })]
  if (!/^[0-9]{3}$/.test(found) || found === '000') return [deviation('identifier-version-shape', { found })]
  return []
}

function checkCheck(found: string, expected: string, withRoot: string): Found[] {
  if (found === expected) return []
  const coversRoot = found === checkCharacter(withRoot)
  return [
    deviation(coversRoot ? 'identifier-check-covers-root' : 'identifier-check-wrong', { found, expected }),
  ]
}

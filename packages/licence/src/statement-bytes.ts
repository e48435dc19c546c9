import { canonicalise, requireCanonical } from './canonical.ts'
import { checkStatement, MAX_FIELDS_DEPTH, requireFormat } from './check-statement.ts'
import { error } from './codes.ts'
import { decodeJson, type JsonLimits, parseJsonText } from './i-json.ts'
import type { Statement } from './statement.ts'

/** The largest statement, in bytes. */
export const MAX_STATEMENT_BYTES = 262_144
// A value takes two bytes at least, so the size limits how many there are; the statement is a level too.
const LIMITS: Required<JsonLimits> = {
  bytes: MAX_STATEMENT_BYTES,
  depth: MAX_FIELDS_DEPTH + 1,
  values: MAX_STATEMENT_BYTES / 2,
}

/**
 * The bytes of a statement, as attached to the licence: canonical JSON (RFC 8785). Their SHA-256 is the
 * statement's digest. What {@link readStatement} would refuse is refused here already.
 *
 * @throws VaultError `statement-…`, `identifier-…`, `json-…`
 */
export function statementBytes(statement: Statement): Uint8Array<ArrayBuffer> {
  const bytes = canonicalise(checkStatement(statement))
  if (bytes.length > MAX_STATEMENT_BYTES) {
    throw error('json-too-large', { size: bytes.length, most: MAX_STATEMENT_BYTES })
  }
  return bytes
}

/**
 * Reads the bytes of a statement strictly: canonical to the byte, every member of the format and none
 * beside, a version that this library knows, text fit for a licence, integers the only numbers, and an
 * identifier that agrees with type and authority. The bytes are taken to come from an attacker.
 *
 * @throws VaultError `statement-…`, `identifier-…`, `json-…`
 */
export function readStatement(bytes: Uint8Array): Statement {
  const text = decodeJson(bytes, LIMITS)
  const value = parseJsonText(text, LIMITS)
  // First, so that a later version is refused by its name and not by some detail of it.
  requireFormat(value)
  requireCanonical(text, value)
  return checkStatement(value)
}

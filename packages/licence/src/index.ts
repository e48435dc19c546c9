export { canonicalise, readCanonical } from './canonical.ts'
export { checkStatement, STATEMENT_FORMAT } from './check-statement.ts'
export { addDays, addMonths, displayDate, isCivilDate } from './civil-date.ts'
export type { Code } from './codes.ts'
export { defineType, TYPE_FORMAT } from './define-type.ts'
export { checkFields } from './fields.ts'
export { type Finding, step } from './finding.ts'
export {
  checkHolder,
  type Holder,
  type HolderCodeType,
  type HolderCodeTypeRow,
  type HolderKind,
  holderCodeTypes,
  holderKind,
} from './holder.ts'
export {
  type JsonArray,
  type JsonLimits,
  type JsonObject,
  type JsonValue,
  parseIJson,
} from './i-json.ts'
export {
  composeIdentifier,
  IDENTIFIER_ROOT,
  type IdentifierDeviation,
  type IdentifierParts,
  type IdentifierReading,
  readIdentifier,
  requireIdentifier,
} from './identifier.ts'
export { makeStatement, type StatementParts } from './make-statement.ts'
export { type Metadata, type MetadataMap, metadata } from './metadata.ts'
export { type NumberingParts, writeNumber } from './numbering.ts'
export { fit, type Order, problemsOf } from './order.ts'
export {
  composeQrToken,
  paperKeyId,
  type QrClaims,
  type QrToken,
  qrToBeSigned,
  qrUrl,
  readQrToken,
} from './qr-token.ts'
export { type ResidentIdParts, type ResidentIdReading, readResidentId } from './resident-id.ts'
export { type Shape, type ShapeErrors, shapeBy, words } from './shape.ts'
export type { Fields, FieldValue, Statement } from './statement.ts'
export { MAX_STATEMENT_BYTES, readStatement, statementBytes } from './statement-bytes.ts'
export {
  canMove,
  gravest,
  type MoveName,
  type MoveRow,
  move,
  moves,
  type Particulars,
  type RecordedState,
  type State,
  type StateRow,
  stateOn,
  states,
} from './status.ts'
export type { FieldSchema, LicenceType, NumberingRule, Term, ValidityRule } from './type.ts'
export { isUscc, readUscc, type UsccParts, type UsccReading } from './uscc.ts'
export {
  checkValidity,
  displayUntil,
  endOfTerm,
  inForce,
  periodOn,
  type Validity,
} from './validity.ts'

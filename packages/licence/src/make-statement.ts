import { base64url } from './base64url.ts'
import { checkStatement, STATEMENT_FORMAT } from './check-statement.ts'
import { fit, type Order } from './order.ts'
import type { Statement } from './statement.ts'
import type { LicenceType } from './type.ts'

/** An order and what the vault adds to it. */
export interface StatementParts {
  readonly type: LicenceType
  readonly order: Order
  /** 证照标识, as `composeIdentifier` makes it. */
  readonly identifier: string
  /** 证照编号, as `writeNumber` makes it. */
  readonly number: string
  /** Instant of issue, RFC 3339 in UTC with seconds. */
  readonly issuedAt: string
  /** The civil date of issue at the authority. */
  readonly issuedOn: string
  /** 16 fresh random bytes: without them whoever knows a face could guess the statement's digest. */
  readonly salt: Uint8Array
  readonly rendererVersion: string
}

/**
 * Composes the statement of a licence from an order that fits its type.
 *
 * @throws VaultError `order-does-not-fit`, `statement-member-wrong`, `statement-disagrees`, `identifier-…`
 */
export function makeStatement(parts: StatementParts): Statement {
  const { type, identifier, number, issuedAt, issuedOn, salt, rendererVersion } = parts
  const order = fit(type, parts.order, issuedOn)
  return checkStatement({
    format: STATEMENT_FORMAT,
    type: { code: type.code, version: type.version, name: type.name },
    template: type.template,
    renderer: rendererVersion,
    identifier,
    number,
    holders: order.holders.map(({ name, code, codeType }) => ({ name, code, codeType })),
    fields: order.fields,
    validity: { from: order.validity.from, until: order.validity.until },
    authority: { code: order.authority.code, name: order.authority.name },
    issuedAt,
    issuedOn,
    salt: base64url(salt),
  })
}

import { rendererVersion } from '@licencevault/document'
import {
  composeIdentifier,
  type LicenceType,
  makeStatement,
  type Order,
  type Statement,
  writeNumber,
} from '@licencevault/licence'
import { usccDigits } from './codes.ts'
import { typeOf } from './licence-types.ts'
import { authorityOf, defaultDay, makeOrders, type OrderOptions } from './orders.ts'
import { randomOf } from './random.ts'

/** Draws orders as {@link makeOrders} does and issues them on paper: number, identifier, time and salt. */
export function* makeStatements(options: OrderOptions): Generator<Statement> {
  const random = randomOf(`${options.seed} issue`)
  const issuedOn = options.on ?? defaultDay
  // So that two seeds rarely make the same identifier.
  const mark = usccDigits(random.between(0, 31 ** 4 - 1), 4)
  const serials = new Map<string, number>()
  let i = 0
  for (const order of makeOrders(options)) {
    const own = random.fork(i++)
    const type = typeOf(order.type.code)
    const counter = `${type.code} ${order.authority.code}`
    const serial = (serials.get(counter) ?? 0) + 1
    serials.set(counter, serial)
    yield makeStatement({
      type,
      order,
      identifier: composeIdentifier({
        typeCode: type.code,
        issuerCode: order.authority.code,
        serial: `${issuedOn.replaceAll('-', '')}${mark}${String(i).padStart(8, '0')}`,
        version: 1,
      }),
      number: numberOf(type, order, { serial, year: Number(issuedOn.slice(0, 4)) }),
      // Between nine and five in the city, UTC+8.
      issuedAt: `${issuedOn}T${clock(own.between(3_600, 9 * 3_600 - 1))}Z`,
      issuedOn,
      salt: own.bytes(16),
      rendererVersion,
    })
  }
}

function numberOf(type: LicenceType, order: Order, count: { serial: number; year: number }): string {
  const { area } = authorityOf(order.authority.code)
  const [holder] = order.holders
  return writeNumber(type.numbering, { ...count, area, ...(holder && { holderCode: holder.code }) })
}

function clock(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(11, 19)
}

import type { Holder as HolderMessage, Order as OrderMessage, Value } from '@licencevault/api'
import { shortened } from '@licencevault/errors'
import type { Fields, FieldValue, Holder, HolderCodeType, Order } from '@licencevault/licence'
import { error } from '../codes.ts'

/** The order that a message holds. Whether it fits its type is the vault's to say. */
export function orderFrom(message: OrderMessage | null): Order {
  const order = required(message, 'order')
  const type = required(order.type, 'order.type')
  const authority = required(order.authority, 'order.authority')
  const validity = required(order.validity, 'order.validity')
  return {
    type: { code: type.code, version: type.version },
    authority: { code: authority.code, name: authority.name },
    holders: order.holders.map(holderFrom),
    fields: fieldsFrom(order.fields, 'order.fields'),
    validity: { from: validity.from, until: validity.until ?? null },
  }
}

function holderFrom({ name, code, codeType }: HolderMessage): Holder {
  return { name, code, codeType: codeType as HolderCodeType }
}

export function fieldsFrom(fields: Readonly<Record<string, Value>>, path: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, valueFrom(value, `${path}.${name}`)]),
  )
}

function valueFrom(value: Value, path: string): FieldValue {
  switch (value.kind) {
    case 'text':
      return value.text ?? ''
    case 'integer':
      if (Number.isSafeInteger(value.integer)) return value.integer ?? 0
      throw error('message-member-wrong', {
        path: shortened(path),
        problem: 'the integer is beyond 2^53 - 1',
        problemZh: '整数超出 2^53 - 1',
      })
    case 'flag':
      return value.flag ?? false
    case 'list':
      return (value.list?.items ?? []).map((item, index) => valueFrom(item, `${path}[${index}]`))
    case 'object':
      return fieldsFrom(value.object?.members ?? {}, path)
    default:
      throw error('message-member-wrong', {
        path: shortened(path),
        problem: 'it has no value',
        problemZh: '没有取值',
      })
  }
}

/** @throws VaultError `message-member-wrong` for what must be there and is not */
export function required<T>(value: T | null | undefined, path: string): T {
  if (value === null || value === undefined) {
    throw error('message-member-wrong', { path, problem: 'it is missing', problemZh: '缺失' })
  }
  return value
}

import type { Words } from '@licencevault/errors'
import { step } from './finding.ts'
import { MAX_HOLDERS } from './holder.ts'
import { shapeOf, words } from './shape.ts'

const { expect, members } = shapeOf('order')

const TEXT = words('text', '文本')
const NUMBER = words('a number', '数字')
const DATE_OR_NULL = words('a date or null', '日期，或 null')

/**
 * An order may come straight from a caller: what has not its shape is stopped here, so that nothing
 * later stumbles over it. Throws VaultError `order-member-unknown`, `order-member-wrong`.
 */
export function requireOrderShape(value: unknown): void {
  const order = members(value, '', ['type', 'authority', 'holders', 'fields', 'validity'])
  const { type, authority, holders, validity } = order as Readonly<Record<string, unknown>>
  requireMembers(type, '/type', { code: TEXT, version: NUMBER })
  requireMembers(authority, '/authority', { code: TEXT, name: TEXT })
  requireMembers(validity, '/validity', { from: TEXT, until: DATE_OR_NULL })
  if (!Array.isArray(holders)) {
    expect(false, '/holders', words('a list', '列表'))
    return
  }
  // Beyond that they are too many for any type, which is reported as such.
  for (const [index, holder] of holders.slice(0, MAX_HOLDERS).entries()) {
    requireMembers(holder, step('/holders', index), { name: TEXT, code: TEXT, codeType: TEXT })
  }
}

function requireMembers(value: unknown, path: string, kinds: Readonly<Record<string, Words>>): void {
  const object = members(value, path, Object.keys(kinds))
  for (const [name, kind] of Object.entries(kinds)) {
    expect(isOf(kind, Reflect.get(object, name)), step(path, name), kind)
  }
}

function isOf(kind: Words, value: unknown): boolean {
  if (kind === NUMBER) return typeof value === 'number'
  return typeof value === 'string' || (kind === DATE_OR_NULL && value === null)
}

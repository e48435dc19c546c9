import type { LicenceType, Order, Statement, StatementParts } from '../src/index.ts'
import { composeIdentifier, makeStatement } from '../src/index.ts'

/** A food business licence of a city that does not exist. */
export const foodLicence: LicenceType = {
  format: 'licencevault.type/1',
  code: '11339900MB9X00023D004',
  version: 1,
  name: '食品经营许可证',
  nameEn: 'Food business licence',
  kind: 'licence',
  definingAuthority: { code: '11339900MB9X00023D', name: '云汀市市场监督管理局' },
  holderKinds: ['organisation'],
  maxHolders: 1,
  fields: {
    business: {
      type: 'string',
      title: '主体业态',
      titleEn: 'Business',
      enum: ['食品销售经营者', '餐饮服务经营者', '单位食堂'],
    },
    items: {
      type: 'array',
      title: '经营项目',
      titleEn: 'Items',
      items: { type: 'string', title: '项目', titleEn: 'Item', maxLength: 40 },
      minItems: 1,
      maxItems: 3,
    },
    place: { type: 'string', title: '经营场所', titleEn: 'Place', minLength: 2, maxLength: 100 },
    capital: {
      type: 'string',
      title: '注册资本',
      titleEn: 'Capital',
      pattern: '^(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$',
    },
    seats: { type: 'integer', title: '座位数', titleEn: 'Seats', minimum: 0, maximum: 5000 },
    online: { type: 'boolean', title: '网络经营', titleEn: 'Online' },
    inspected: { type: 'string', title: '检查日期', titleEn: 'Inspected', format: 'date' },
    manager: {
      type: 'object',
      title: '食品安全管理员',
      titleEn: 'Food safety manager',
      properties: {
        name: { type: 'string', title: '姓名', titleEn: 'Name', maxLength: 50 },
        phone: { type: 'string', title: '电话', titleEn: 'Phone', pattern: '^[0-9]{7,11}$' },
      },
      order: ['name', 'phone'],
      required: ['name'],
    },
  },
  order: ['business', 'items', 'place', 'capital', 'seats', 'online', 'inspected', 'manager'],
  required: ['business', 'items', 'place'],
  numbering: { pattern: 'JY1{area}{year}{serial:7}' },
  validity: { kind: 'fixed', terms: [{ years: 5 }] },
  issuingAuthorities: ['11339900MB9X00023D'],
  template: 'ab'.repeat(32),
  onePerHolder: true,
  retention: 'D10',
}

/** An order that fits it. */
export const foodOrder: Order = {
  type: { code: foodLicence.code, version: 1 },
  authority: { code: '11339900MB9X00023D', name: '云汀市市场监督管理局' },
  holders: [{ name: '云汀市春风小吃店有限公司', code: '91339900MA9X00011U', codeType: '001' }],
  fields: {
    business: '餐饮服务经营者',
    items: ['热食类食品制售', '冷食类食品制售'],
    place: '云汀市汀南区春晖路1号',
    capital: '1000000.00',
    seats: 48,
    online: false,
    inspected: '2026-11-20',
    manager: { name: '张三', phone: '05000000000' },
  },
  validity: { from: '2026-11-23', until: '2031-11-22' },
}

/** What the vault adds. */
export const foodParts: StatementParts = {
  type: foodLicence,
  order: foodOrder,
  identifier: composeIdentifier({
    typeCode: foodLicence.code,
    issuerCode: '11339900MB9X00023D',
    serial: '2026000042',
    version: 1,
  }),
  number: 'JY13399000000042',
  issuedAt: '2026-11-23T09:44:30Z',
  issuedOn: '2026-11-23',
  salt: Uint8Array.from({ length: 16 }, (_, index) => index),
  rendererVersion: 'licencevault.renderer/1',
}

export const foodStatement: Statement = makeStatement(foodParts)

/** A deep copy with the value at a JSON Pointer replaced, or removed when there is none. */
export function changed<T>(value: T, pointer: string, ...replacement: readonly unknown[]): T {
  const copy = structuredClone(value)
  const names = pointer.split('/').slice(1)
  const last = names.pop() ?? ''
  const parent = names.reduce<object>((object, name) => Reflect.get(object, name) as object, copy as object)
  if (replacement.length === 0) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, replacement[0])
  return copy
}

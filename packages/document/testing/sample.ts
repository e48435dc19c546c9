import {
  composeIdentifier,
  defineType,
  type FieldSchema,
  type Fields,
  type LicenceType,
  makeStatement,
  type Statement,
} from '@licencevault/licence'
import { rendererVersion } from '../src/press.ts'
import type { Template } from '../src/template.ts'
import { templateDigest } from '../src/template-digest.ts'

/** A licence type with the fields that exercise a page: short, long, a date, a list, a table. */
function sampleType(fields: Readonly<Record<string, FieldSchema>> = sampleFields): LicenceType {
  return defineType({
    format: 'licencevault.type/1',
    code: '11339900MB9X00023D004',
    version: 1,
    name: '食品经营许可证',
    nameEn: 'Food business licence',
    kind: 'licence',
    definingAuthority: { code: authority.code, name: authority.name },
    holderKinds: ['organisation'],
    maxHolders: 1,
    fields,
    order: Object.keys(fields),
    required: [],
    numbering: { pattern: 'JY{area}{year}{serial:4}' },
    validity: { kind: 'fixed', terms: [{ years: 5 }] },
    issuingAuthorities: [authority.code],
    template: '0'.repeat(64),
    onePerHolder: false,
    retention: 'D10',
  })
}

const authority = { code: '11339900MB9X00023D', name: '云汀市市场监督管理局' }

const sampleFields: Readonly<Record<string, FieldSchema>> = {
  representative: { type: 'string', title: '法定代表人', titleEn: 'Representative', maxLength: 60 },
  founded: { type: 'string', title: '成立日期', titleEn: 'Founded', format: 'date' },
  scope: { type: 'string', title: '经营范围', titleEn: 'Scope', maxLength: 4000 },
  premises: { type: 'string', title: '经营场所', titleEn: 'Premises', maxLength: 200 },
  items: {
    type: 'array',
    title: '经营项目',
    titleEn: 'Items',
    items: { type: 'string', title: '项目', titleEn: 'Item' },
  },
  stores: {
    type: 'array',
    title: '仓库',
    titleEn: 'Stores',
    items: {
      type: 'object',
      title: '仓库',
      titleEn: 'Store',
      properties: {
        name: { type: 'string', title: '名称', titleEn: 'Name', maxLength: 60 },
        address: { type: 'string', title: '地址', titleEn: 'Address', maxLength: 200 },
      },
    },
  },
}

/** What the sample says unless told otherwise. */
export const sampleValues: Fields = {
  representative: '王建国',
  founded: '2018-03-05',
  scope: '食品销售；预包装食品（含冷藏冷冻食品）零售，散装食品零售；餐饮服务（不含冷食类）。',
  premises: '云汀市汀南区环湖东路128号云汀国际大厦B座1703室',
  items: ['预包装食品销售', '热食类食品制售', '自制饮品制售'],
  stores: [{ name: '一号库', address: '云汀市汀南区仓前路9号' }],
}

export interface SampleOptions {
  readonly template: Template
  readonly fields?: Fields
  readonly holder?: string
}

/** A statement of the sample type for a template. */
export function sampleStatement({
  template,
  fields = sampleValues,
  holder = '云汀市鼎盛餐饮管理有限公司',
}: SampleOptions): Statement {
  const type = sampleType()
  const code = '91339900MA9X01233N'
  return {
    ...makeStatement({
      type,
      order: {
        type: { code: type.code, version: type.version },
        authority,
        holders: [{ name: holder, code, codeType: '001' }],
        fields,
        validity: { from: '2026-11-23', until: '2031-11-22' },
      },
      identifier: composeIdentifier({
        typeCode: type.code,
        issuerCode: authority.code,
        serial: '2026112300000001',
        version: 1,
      }),
      number: 'JY33990000001234',
      issuedAt: '2026-11-23T01:44:30Z',
      issuedOn: '2026-11-23',
      salt: Uint8Array.from({ length: 16 }, (_, index) => 7 * index + 1),
      rendererVersion,
    }),
    template: templateDigest(template),
  }
}

import { words } from '@licencevault/licence'
import { error } from '../codes.ts'
import { freeze } from '../freeze.ts'
import { archiveShape } from '../shape.ts'
import {
  categories,
  itemTypes,
  type Material,
  onlineDepths,
  origins,
  type ServiceItem,
  type Situation,
} from './item.ts'
import { isItemCode } from './item-code.ts'

/** The format of a service item that this library reads and writes. */
export const ITEM_FORMAT = 'licencevault.item/1'
export const MAX_MATERIALS = 200
export const MAX_SITUATIONS = 50
const MAX_ITEM_NAME = 300
const MAX_LICENCE_TYPES = 20

const { expect, members, label, oneOf, integer, boolean, matching, list } = archiveShape('item')

const NEEDED: readonly (keyof ServiceItem)[] = [
  'format',
  'code',
  'version',
  'name',
  'nameEn',
  'type',
  'authority',
  'attributes',
  'situations',
  'materials',
]
const MATERIAL: readonly (keyof Material)[] = ['code', 'name', 'nameEn', 'category', 'origin']
const MATERIAL_OPTIONAL: readonly (keyof Material)[] = ['situations', 'licenceTypes', 'source', 'gap']

/**
 * Checks that a value is a service item and hands back a frozen copy. Strict: an unknown member, a code
 * whose check characters are wrong, a situation that the item does not have, and a material of an authority
 * that has neither a source nor a gap with a name are refused.
 *
 * @throws VaultError `format-unknown`, `member-unknown`, `member-wrong`, `limit-exceeded`
 */
export function defineItem(value: unknown): ServiceItem {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined
  if (found !== ITEM_FORMAT) {
    throw error('format-unknown', { found: String(found).slice(0, 64), known: ITEM_FORMAT })
  }
  const item = members(structuredClone(value), '', NEEDED) as ServiceItem
  checkNames(item)
  checkAttributes(item)
  checkSituations(item.situations)
  const situations = new Set(item.situations.map(({ code }) => code))
  list<Material>(item.materials, '/materials', [1, MAX_MATERIALS], (material, path) =>
    checkMaterial(material, path, situations),
  )
  return freeze(item)
}

function checkNames({ code, version, name, nameEn, type, authority }: ServiceItem): void {
  const right = words('an item code of 31 or 33 characters', '31 位实施编码或 33 位业务办理项编码')
  expect(isItemCode(code), '/code', right)
  integer(version, '/version', [1, 1_000_000])
  label(name, '/name', MAX_ITEM_NAME)
  label(nameEn, '/nameEn', MAX_ITEM_NAME)
  oneOf(type, itemTypes, '/type')
  members(authority, '/authority', ['code', 'name'])
  label(authority.name, '/authority/name', MAX_ITEM_NAME)
  const same = words('the code that begins the item’s code', '与事项编码开头一致的机构代码')
  expect(code.slice(0, 18) === authority.code, '/authority/code', same)
}

function checkAttributes({ attributes }: ServiceItem): void {
  const path = '/attributes'
  members(attributes, path, ['oneVisit', 'oneCard', 'onlineDepth', 'decisionDays', 'filingDays'])
  boolean(attributes.oneVisit, `${path}/oneVisit`)
  boolean(attributes.oneCard, `${path}/oneCard`)
  oneOf(attributes.onlineDepth, onlineDepths, `${path}/onlineDepth`)
  integer(attributes.decisionDays, `${path}/decisionDays`, [0, 3650])
  integer(attributes.filingDays, `${path}/filingDays`, [0, 3650])
}

function checkSituations(situations: readonly Situation[]): void {
  list<Situation>(situations, '/situations', [0, MAX_SITUATIONS], (situation, path) => {
    members(situation, path, ['code', 'name', 'nameEn'])
    matching(situation.code, /^[0-9]{2}$/, `${path}/code`, 'two digits', '两位数字')
    label(situation.name, `${path}/name`, MAX_ITEM_NAME)
    label(situation.nameEn, `${path}/nameEn`, MAX_ITEM_NAME)
    return situation.code
  })
}

function checkMaterial(material: Material, path: string, known: ReadonlySet<string>): string {
  members(material, path, MATERIAL, MATERIAL_OPTIONAL)
  const { code, name, nameEn, category, origin, situations, licenceTypes, source, gap } = material
  matching(code, /^[A-Z][0-9]{2,3}$/, `${path}/code`, 'a code such as A01', '形如 A01 的材料编码')
  label(name, `${path}/name`, MAX_ITEM_NAME)
  label(nameEn, `${path}/nameEn`, MAX_ITEM_NAME)
  oneOf(category, categories, `${path}/category`)
  oneOf(origin, origins, `${path}/origin`)
  if (situations !== undefined) {
    list<string>(situations, `${path}/situations`, [1, MAX_SITUATIONS], (situation, at) => {
      expect(known.has(situation), at, words('a situation of the item', '该事项所列的情形'))
      return situation
    })
  }
  if (licenceTypes !== undefined) {
    list<string>(licenceTypes, `${path}/licenceTypes`, [1, MAX_LICENCE_TYPES], (type, at) => {
      matching(type, /^[0-9A-Z]{18}[0-9]{3}$/, at, 'a licence type of 21 characters', '21 位证照类型代码')
      return type
    })
  }
  if (source !== undefined) label(source, `${path}/source`, MAX_ITEM_NAME)
  if (gap !== undefined) label(gap, `${path}/gap`, MAX_ITEM_NAME)
  const answered = licenceTypes !== undefined || source !== undefined || gap !== undefined
  const formed = category === 'application' && origin === 'government'
  const rule = words('licenceTypes, a source or a named gap', '证照类型、数据来源或写明的缺口')
  expect(!formed || answered, path, rule)
  return code
}

import type { Words } from '@licencevault/errors'
import { type Finding, finding } from './finding.ts'
import { readResidentId } from './resident-id.ts'
import { isAtMost } from './shape.ts'
import { checkText } from './text.ts'
import { readUscc } from './uscc.ts'

/** The longest holder's name, in characters. */
export const MAX_NAME_LENGTH = 512
/** The longest holder's code, in characters. */
const MAX_HOLDER_CODE_LENGTH = 64

/** Holders of one licence: the owners of one piece of land. */
export const MAX_HOLDERS = 100

/** 持证主体代码类型代码 of GB/T 36903. */
export type HolderCodeType =
  | '001'
  | '099'
  | '111'
  | '114'
  | '115'
  | '118'
  | '119'
  | '120'
  | '122'
  | '411'
  | '412'
  | '413'
  | '414'
  | '511'
  | '516'
  | '999'

export type HolderKind = 'organisation' | 'person'

/** 持证主体 */
export interface Holder {
  readonly name: string
  readonly code: string
  readonly codeType: HolderCodeType
}

/** What a holder code type is called, and whom it names. */
export interface HolderCodeTypeRow {
  readonly kind: HolderKind
  readonly name: Words
  readonly group: Words
}

const LEGAL: Words = { en: 'legal person or other organisation', zh: '法人和其他组织' }
const CITIZEN: Words = { en: 'citizen', zh: '自然人·一般公民' }
const SERVICE: Words = { en: 'member of the armed forces', zh: '军人' }
const ABROAD: Words = { en: 'overseas Chinese or foreigner', zh: '华侨和外籍人士' }
const PERSON: Words = { en: 'natural person', zh: '自然人' }

/** 持证主体代码类型代码, the code list of GB/T 36903. */
export const holderCodeTypes: Readonly<Record<HolderCodeType, HolderCodeTypeRow>> = {
  '001': row('organisation', LEGAL, 'unified social credit code', '统一社会信用代码'),
  '099': row('organisation', LEGAL, 'other valid code of an organisation', '其他法人或其他组织有效证件代码'),
  '111': row('person', CITIZEN, 'resident ID', '公民身份号码'),
  '114': row('person', SERVICE, 'PLA officer card', '解放军军官证'),
  '115': row('person', SERVICE, 'armed police officer card', '武警警官证编号'),
  '118': row('person', SERVICE, 'PLA soldier card', '解放军士兵证'),
  '119': row('person', SERVICE, 'armed police soldier card', '武警士兵证编号'),
  '120': row('person', SERVICE, 'PLA civilian staff card', '解放军文职人员证编号'),
  '122': row('person', SERVICE, 'armed police civilian staff card', '武警文职人员证编号'),
  '411': row('person', ABROAD, 'diplomatic passport number', '外交护照号'),
  '412': row('person', ABROAD, 'service passport number', '公务护照号'),
  '413': row('person', ABROAD, 'public affairs passport number', '公务普通护照号'),
  '414': row('person', ABROAD, 'ordinary passport number', '普通护照号'),
  '511': row(
    'person',
    { en: 'Taiwan resident', zh: '台湾人士' },
    'mainland travel permit for Taiwan residents',
    '台湾居民来往大陆通行证号码',
  ),
  '516': row(
    'person',
    { en: 'Hong Kong or Macao resident', zh: '港澳人士' },
    'mainland travel permit for Hong Kong and Macao residents',
    '港澳居民来往内地通行证号码',
  ),
  '999': row('person', PERSON, 'other valid code of a natural person', '其他自然人有效证件代码'),
}

function row(kind: HolderKind, group: Words, en: string, zh: string): HolderCodeTypeRow {
  return { kind, group, name: { en, zh } }
}

/** Organisation or person, by the type of the holder's code; `undefined` for an unknown code type. */
export function holderKind(codeType: string): HolderKind | undefined {
  return Object.hasOwn(holderCodeTypes, codeType)
    ? holderCodeTypes[codeType as HolderCodeType].kind
    : undefined
}

/**
 * Checks a holder: name, code type, and the code by its type: both checks of a unified social credit
 * code, all of a resident ID, a sane shape for the others. Findings never repeat a personal code.
 */
export function checkHolder(holder: Holder, path = ''): readonly Finding[] {
  return [...checkName(holder.name, `${path}/name`), ...checkCode(holder, path)]
}

function checkName(name: string, path: string): Finding[] {
  const wrong =
    typeof name !== 'string' || name === '' || name !== name.trim() || !isAtMost(name, MAX_NAME_LENGTH)
  return wrong ? [finding('holder-name-wrong', path, { most: MAX_NAME_LENGTH })] : checkText(name, path)
}

function checkCode({ code, codeType }: Holder, path: string): Finding[] {
  if (holderKind(codeType) === undefined) {
    return [finding('holder-code-type-unknown', `${path}/codeType`, { found: String(codeType).slice(0, 8) })]
  }
  const place = `${path}/code`
  if (codeType === '001' && typeof code === 'string') return at(place, readUscc(code).findings)
  if (codeType === '111' && typeof code === 'string') return at(place, readResidentId(code).findings)
  if (typeof code === 'string' && (SHAPES[codeType] ?? ANY_CODE).test(code)) return checkText(code, place)
  const { name } = holderCodeTypes[codeType]
  return [finding('holder-code-shape', place, { name: name.en, nameZh: name.zh })]
}

const ANY_CODE = new RegExp(`^\\S{2,${MAX_HOLDER_CODE_LENGTH}}$`)
const PASSPORT = /^[0-9A-Z]{5,15}$/
const SHAPES: Partial<Record<HolderCodeType, RegExp>> = {
  '411': PASSPORT,
  '412': PASSPORT,
  '413': PASSPORT,
  '414': PASSPORT,
  '511': /^[0-9]{8,10}[0-9A-Z]{0,2}$/,
  '516': /^[HM][0-9]{8}([0-9]{2})?$/,
}

function at(path: string, findings: readonly Finding[]): Finding[] {
  return findings.map((found) => ({ ...found, path }))
}

import { canonicalise } from './canonical.ts'
import { displayDate } from './civil-date.ts'
import { holderCodeTypes } from './holder.ts'
import { requireIdentifier } from './identifier.ts'
import type { FieldValue, Statement } from './statement.ts'
import type { FieldSchema, LicenceType } from './type.ts'
import { divisionOf } from './uscc.ts'
import { displayUntil } from './validity.ts'

/** Element → value; the elements of a holder (持证主体…) are lists, one entry per holder. */
export type MetadataMap = Readonly<Record<string, string | readonly string[]>>

/** The metadata of a licence (GB/T 36903), under both families of names in use. */
export interface Metadata {
  /** Short names as inside an OFD file: `ZZMC`, `ZZBS`, …, and `KZ_` with the field's name. */
  readonly pinyin: MetadataMap
  /** Names as in other systems: `certificateName`, …; the face fields are under `extendInfo`. */
  readonly english: MetadataMap & { readonly extendInfo: Readonly<Record<string, string>> }
}

/**
 * The metadata of a licence by GB/T 36903, made from its statement. Dates are written for display,
 * `2026年11月23日` and 长期. With the type, the defining authority is named and date fields are written
 * for display as well.
 */
export function metadata(statement: Statement, type?: LicenceType): Metadata {
  const rows = rowsOf(statement, type)
  const fields = Object.entries(statement.fields).map(
    ([name, value]) => [name, display(value, type?.fields[name])] as const,
  )
  return {
    pinyin: Object.fromEntries([
      ...rows.flatMap(({ pinyin, value }) => (pinyin === undefined ? [] : [[pinyin, value] as const])),
      ...fields.map(([name, value]) => [`KZ_${name}`, value] as const),
    ]),
    english: {
      ...Object.fromEntries(rows.map(({ english, value }) => [english, value])),
      extendInfo: Object.fromEntries(fields),
    } as Metadata['english'],
  }
}

interface Row {
  /** Absent where the standard's short name is not known. */
  readonly pinyin?: string
  readonly english: string
  readonly value: string | readonly string[]
}

function rowsOf(statement: Statement, type: LicenceType | undefined): Row[] {
  const { holders, validity, authority } = statement
  const { parts } = requireIdentifier(statement.identifier)
  return [
    row('ZZMC', 'certificateName', statement.type.name),
    row('ZZLXMC', 'certificateTypeName', statement.type.name),
    row('ZZLXDM', 'certificateTypeCode', statement.type.code),
    row('ZZBH', 'certificateNumber', statement.number),
    row('ZZBS', 'certificateIdentifier', statement.identifier),
    row('ZZBFJG', 'certificateIssuingAuthorityName', authority.name),
    row('ZZBFJGDM', 'certificateIssuingAuthorityCode', authority.code),
    row('ZZBFRQ', 'certificateIssuedDate', displayDate(statement.issuedOn)),
    row(
      'CZZT',
      'certificateHolderName',
      holders.map(({ name }) => name),
    ),
    row(
      'CZZTDM',
      'certificateHolderCode',
      holders.map(({ code }) => code),
    ),
    row(
      'CZZTDMLX',
      'certificateHolderTypeName',
      holders.map(({ codeType }) => holderCodeTypes[codeType].name.zh),
    ),
    row(
      'CZZTDMLXDM',
      'certificateHolderTypeCode',
      holders.map(({ codeType }) => codeType),
    ),
    row('ZZYXQQSRQ', 'certificateEffectiveDate', displayDate(validity.from)),
    row('ZZYXQJZRQ', 'certificateExpiringDate', displayUntil(validity.until)),
    { english: 'certificateVersion', value: String(parts.version).padStart(3, '0') },
    { english: 'certificateAreaCode', value: divisionOf(authority.code) },
    ...(type ? definedBy(type) : []),
  ]
}

function row(pinyin: string, english: string, value: Row['value']): Row {
  return { pinyin, english, value }
}

function definedBy({ definingAuthority }: LicenceType): Row[] {
  return [
    { english: 'certificateDefineAuthorityName', value: definingAuthority.name },
    { english: 'certificateDefineAuthorityCode', value: definingAuthority.code },
  ]
}

const decoder = new TextDecoder()

function display(value: FieldValue, schema: FieldSchema | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return schema?.format === 'date' ? displayDate(value) : value
  return typeof value === 'number' ? String(value) : decoder.decode(canonicalise(value))
}

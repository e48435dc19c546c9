import type { ItemType } from '@licencevault/archive'
import { bodies, departments } from '../departments.ts'
import { type CityType, cityTypes } from '../licence-types.ts'
import { actNames, actsOf, askedFor, grownFrom, leftOut, variants } from './growth.ts'
import type { StockKey } from './stock.ts'
import { type Act, type Template, templates } from './templates.ts'

/** One line of the city's list of items, before its codes and materials are made. */
export interface Line {
  readonly name: string
  readonly nameEn: string
  readonly type: ItemType
  /** USCC of the office. */
  readonly office: string
  /** Place in the list of main items, and of the act below it. */
  readonly main: number
  readonly act: Act
  /** Two digits, of a variant. */
  readonly variant?: string
  readonly about: CityType | undefined
  readonly keys: readonly StockKey[]
  readonly result: readonly [zh: string, en: string] | undefined
  readonly retention: Template['retention']
  /** How much of it there is beside the others. */
  readonly weight: number
}

const COUNT = 1386

/** Every main item of every office, then as many variants as the list has room for, those of the commonest first. */
export function linesOfCity(): readonly Line[] {
  const mains = [...cityTypes.flatMap((type, index) => linesOf(type, index + 1)), ...pensions()]
  const all = mains.flatMap(variantsOf).sort((a, b) => b.weight - a.weight)
  return [...mains, ...all.slice(0, COUNT - mains.length)]
}

function linesOf(about: CityType, main: number): Line[] {
  const { type } = about
  return actsOf(type).flatMap((act) => {
    const template = templates.find(({ licence, act: done }) => licence === type.name && done === act)
    const without = leftOut[type.name] ?? []
    const grown = templates[(grownFrom[type.name] ?? 0) - 1]
    const keys =
      template?.materials ??
      (act === 'issue'
        ? grown?.materials.filter((key) => !without.includes(key))
        : askedFor[kindOf(about)][act])
    if (!keys) throw new RangeError(`${type.name} grows from no template`)
    return type.issuingAuthorities.map((office) => ({
      name: template?.name ?? nameOf(type.name, act),
      nameEn: template?.nameEn ?? `${type.nameEn}: ${actNames[act][1]}`,
      type: template?.type ?? (type.kind === 'certificate' ? 'confirmation' : 'permit'),
      office,
      main,
      act,
      about,
      keys,
      result:
        template?.result ??
        (act === 'cancel' ? (['注销决定书', 'Decision on cancellation'] as const) : undefined),
      retention: template?.retention ?? retentionOf(type.retention, act),
      weight: about.weight / type.issuingAuthorities.length,
    }))
  })
}

/** The one item of the templates that is about no licence. */
function pensions(): Line[] {
  return templates
    .filter(({ licence }) => licence === undefined)
    .map(({ materials, result, licence: _, ...template }) => ({
      ...template,
      office: bodies.labour.code,
      main: 901,
      about: undefined,
      keys: materials,
      result,
      weight: 1,
    }))
}

function variantsOf(line: Line): Line[] {
  return variants[kindOf(line.about)][line.act].map(([zh, en], index) => ({
    ...line,
    name: variantName(line, zh),
    nameEn: `${line.nameEn} (${en})`,
    variant: String(index + 1).padStart(2, '0'),
  }))
}

/** 食品经营许可（变更） becomes 食品经营许可（变更名称）, and 食品经营许可（补发） 食品经营许可（补发，遗失补发）. */
function variantName({ name, act }: Line, variant: string): string {
  const ending = `（${actNames[act][0]}）`
  if (!name.endsWith(ending)) return `${name}（${variant}）`
  const said = variant.startsWith(actNames[act][0]) ? '' : `${actNames[act][0]}，`
  return `${name.slice(0, -ending.length)}（${said}${variant}）`
}

/** 食品生产许可证 becomes 食品生产许可, and 食品生产许可（变更）. */
function nameOf(licence: string, act: Act): string {
  const permit = /^(.*许可)证?(（.*）)?$/.exec(licence)
  if (permit) return `${permit[1]}${permit[2] ?? ''}${act === 'issue' ? '' : `（${actNames[act][0]}）`}`
  return `${licence}${actNames[act][0]}`
}

function retentionOf(retention: Template['retention'], act: Act): Template['retention'] {
  return retention === 'Y' && (act === 'renew' || act === 'reissue') ? 'D30' : retention
}

function kindOf(about: CityType | undefined): 'person' | 'organisation' {
  return !about || about.type.holderKinds.every((kind) => kind === 'person') ? 'person' : 'organisation'
}

export const levelOf = (office: string): '3' | '4' | '5' => {
  const found = departments.find(({ code }) => code === office)
  if (found?.code === bodies.yunlingTown.code) return '5'
  return found?.area === '339900' ? '3' : '4'
}

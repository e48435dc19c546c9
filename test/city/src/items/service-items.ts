import {
  composeItemCode,
  defineItem,
  type Material,
  type OnlineDepth,
  type ServiceItem,
} from '@licencevault/archive'
import { departments } from '../departments.ts'
import { type Line, levelOf, linesOfCity } from './lines.ts'
import { type Stock, stock } from './stock.ts'
import type { Act } from './templates.ts'

/** The 1,386 service items of the city; variants stand after the main items. */
export function serviceItems(): readonly CityItem[] {
  made ??= make()
  return made
}

/** An item with the line of the list it was made from. */
export interface CityItem {
  readonly item: ServiceItem
  readonly line: Line
}

let made: readonly CityItem[] | undefined

const ONE_CARD = 123
const WHOLLY_ONLINE = 357
const ON_APPLICATION = 577
const MORE_VISITS = 5

function make(): readonly CityItem[] {
  const lines = linesOfCity()
  const cards = lines.filter(isOneCard).slice(0, ONE_CARD)
  const oneCard = new Set(cards)
  // Some far apart in the list, so that every office has items of every depth.
  const spread = [...lines.keys()].sort((a, b) => ((a * 607) % lines.length) - ((b * 607) % lines.length))
  const depth = new Map(spread.map((index, rank) => [index, depthOf(rank)]))
  return lines.map((line, index) => ({
    line,
    item: itemOf(line, {
      oneVisit: index % 277 !== 0 || index / 277 >= MORE_VISITS,
      oneCard: oneCard.has(line),
      onlineDepth: depth.get(index) ?? 'none',
      decisionDays: [1, 3, 5, 10, 15, 20][(index * 7) % 6] ?? 20,
      filingDays: 30,
    }),
  }))
}

function depthOf(rank: number): OnlineDepth {
  if (rank < WHOLLY_ONLINE) return 'whole'
  if (rank < WHOLLY_ONLINE + ON_APPLICATION) return 'application'
  return (['download', 'information', 'none'] as const)[rank % 3] ?? 'none'
}

/** 一证通办: besides the identity card, nothing that an authority could not fetch. */
function isOneCard({ keys }: Line): boolean {
  const asked = keys.map((key): Stock => stock[key])
  return (
    keys.includes('identity') &&
    asked.every(({ origin, gap }) => origin === 'government' && gap === undefined)
  )
}

function itemOf(line: Line, attributes: ServiceItem['attributes']): ServiceItem {
  const { office, main, act, variant, about } = line
  const body = departments.find(({ code }) => code === office)
  return defineItem({
    format: 'licencevault.item/1',
    code: composeItemCode({
      authority: office,
      level: levelOf(office),
      origin: about?.type.kind === 'licence' ? '00' : '33',
      department: `01${String(1 + departments.findIndex(({ code }) => code === about?.type.definingAuthority.code)).padStart(2, '0')}`,
      main: String(main).padStart(3, '0'),
      sub: String(acts.indexOf(act) + 1).padStart(3, '0'),
      ...(variant && { variant }),
    }),
    version: 1,
    name: line.name,
    nameEn: line.nameEn,
    type: line.type,
    authority: { code: office, name: body?.name },
    attributes,
    situations,
    materials: materialsOf(line),
  })
}

const acts: readonly Act[] = ['issue', 'change', 'renew', 'reissue', 'cancel']

const situations: ServiceItem['situations'] = [
  { code: '01', name: '委托代理人办理', nameEn: 'Through an agent' },
  { code: '02', name: '当场办结', nameEn: 'Decided at once' },
  { code: '03', name: '不予许可或者终止办理', nameEn: 'Refused or ended' },
]

function materialsOf({ keys, about, act, result }: Line): Material[] {
  const original: readonly Stock[] =
    about && act !== 'issue' && act !== 'reissue'
      ? [
          {
            name: `原${about.type.name}`,
            nameEn: `Former ${about.type.nameEn}`,
            origin: 'government',
            licenceTypes: [about.type.code],
          },
        ]
      : []
  const named = keys.map((key): Stock => stock[key])
  const application = [...named, ...original].map((material, index) =>
    numbered('A', index, { ...material, category: 'application' }),
  )
  const agent = {
    name: '授权委托书',
    nameEn: 'Power of attorney',
    origin: 'applicant',
    situations: ['01'],
  } as const
  return [
    ...application,
    numbered('A', application.length, { ...agent, category: 'application' }),
    ...process,
    ...results(about, result),
  ]
}

const formed = (name: string, nameEn: string, more: Partial<Stock> = {}) =>
  ({ name, nameEn, origin: 'government', ...more }) as const

const process: readonly Material[] = [
  formed('受理通知书', 'Notice of acceptance'),
  formed('审查（踏勘）意见', 'Findings of the examination'),
  formed('办结决定', 'Decision'),
  formed('送达凭证', 'Proof of delivery'),
].map((material, index) => numbered('P', index, { ...material, category: 'process' }))

function results(about: Line['about'], result: Line['result']): Material[] {
  const granted = result
    ? formed(...result)
    : formed(about?.type.name ?? '', about?.type.nameEn ?? '', about && { licenceTypes: [about.type.code] })
  const refused = formed('不予许可（终止办理）决定书', 'Decision to refuse or end', { situations: ['03'] })
  return [granted, refused].map((material, index) =>
    numbered('R', index, { ...material, category: 'result' }),
  )
}

function numbered(letter: string, index: number, material: Omit<Material, 'code'>): Material {
  return { ...material, code: `${letter}${String(index + 1).padStart(2, '0')}` }
}

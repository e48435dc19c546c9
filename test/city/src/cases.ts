import { createHash } from 'node:crypto'
import {
  type CaseOrder,
  filingScopeOf,
  type ItemSchedule,
  type Material,
  type ServiceItem,
} from '@licencevault/archive'
import { addDays } from '@licencevault/licence'
import { departments } from './departments.ts'
import { citySchedule } from './items/schedule.ts'
import { serviceItems } from './items/service-items.ts'
import { type Random, randomOf } from './random.ts'
import { firmOf } from './samples/firms.ts'

/** A finished case of the city with its files. */
export interface CityCase {
  readonly order: CaseOrder
  /** By the path that the case announces. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface DrawOptions {
  /** The same seed gives the same cases. */
  readonly seed: string | number
  /** All 1,386 unless told. */
  readonly items?: readonly ServiceItem[]
  /** Civil dates between which they are closed, both inside. */
  readonly closed: { readonly from: string; readonly to: string }
}

export interface CaseOptions extends DrawOptions {
  /** A smaller one gives the first of the same cases. */
  readonly count: number
}

export function* makeCases({ count, ...options }: CaseOptions): Generator<CityCase> {
  const draw = caseDrawer(options)
  for (let i = 0; i < count; i++) yield draw(i)
}

/**
 * Draws finished cases that fit the city's schedule: few items make up most of them, the files are 2 to 12, most
 * of some kilobytes and a few of hundreds. One in twelve was refused. Each is drawn by its number, from 0, whatever
 * was drawn before.
 */
export function caseDrawer({ seed, items, closed }: DrawOptions): (i: number) => CityCase {
  const random = randomOf(seed)
  const known = items ?? serviceItems().map(({ item }) => item)
  const schedules = new Map(citySchedule().items.map((schedule) => [schedule.item, schedule]))
  const days = daysBetween(closed.from, closed.to)
  return (i) => {
    const own = random.fork(`case ${i}`)
    // The product of two draws: the first tenth of the items has a third of the cases.
    const place = Math.floor(
      (own.between(0, 9_999) / 10_000) * (own.between(0, 9_999) / 10_000) * known.length,
    )
    const item = items && i < known.length ? known[i] : known[place]
    const schedule = schedules.get(item?.code ?? '')
    if (!item || !schedule) throw new RangeError('an item has no schedule')
    return caseOf(item, schedule, {
      random: own,
      city: random,
      n: i,
      closedOn: addDays(closed.from, own.between(0, days)),
    })
  }
}

interface Draw {
  readonly random: Random
  /** The generator of firms, the same for every case of a city. */
  readonly city: Random
  readonly n: number
  readonly closedOn: string
}

function caseOf(item: ServiceItem, schedule: ItemSchedule, draw: Draw): CityCase {
  const { random, city, n, closedOn } = draw
  const applicant = firmOf(city, 'company', n % 4_000).name
  const refused = random.onceIn(12) && item.situations.some(({ code }) => code === '03')
  const situations = refused ? ['03'] : []
  const materials = materialsOf(item, schedule, { situations, refused, random })
  const files = new Map(
    materials.map(({ code, name }, at) => [
      `${code}/${String(at + 1).padStart(2, '0')}-${name.replaceAll(/[/\\\s（）]/g, '').slice(0, 40)}.txt`,
      contentOf({ name, applicant, closedOn, random }),
    ]),
  )
  const acceptedOn = addDays(closedOn, -random.between(1, 20))
  const office = departments.find(({ code }) => code === item.authority.code)
  return {
    files,
    order: {
      format: 'licencevault.case/1',
      fonds: { code: fondsOf(item.authority.code), name: office?.name ?? item.authority.name },
      item: item.code,
      itemVersion: item.version,
      office: { ...item.authority },
      caseNumber: `${closedOn.slice(0, 4)}-${String(n + 1).padStart(7, '0')}`,
      title: `${applicant}：${item.name}`.slice(0, 200),
      applicants: [applicant],
      outcome: refused ? 'refused' : 'granted',
      situations,
      acceptedOn,
      closedOn,
      steps: [
        { action: '受理', actor: '综合窗口', at: `${acceptedOn}T01:30:00Z` },
        {
          action: '审查',
          actor: '审批科',
          at: `${closedOn}T01:00:00Z`,
          opinion: refused ? '不符合条件' : '符合条件',
        },
        { action: '决定', actor: '审批科', at: `${closedOn}T07:00:00Z` },
      ],
      licences: [],
      events: schedule.event === undefined ? {} : { [schedule.event]: closedOn },
      files: [...files].map(([path, bytes]) => ({
        material: path.slice(0, path.indexOf('/')),
        path,
        title: path.slice(path.indexOf('-') + 1, -4),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    },
  }
}

/** 全宗号: one for each office, in the order of the city's list. */
function fondsOf(code: string): string {
  const at = departments.findIndex((department) => department.code === code)
  return `J${String(at + 1).padStart(3, '0')}`
}

interface Circumstances {
  readonly situations: readonly string[]
  readonly refused: boolean
  readonly random: Random
}

/** What must be filed, and of the optional materials some; some materials come in several files. */
function materialsOf(
  item: ServiceItem,
  schedule: ItemSchedule,
  { situations, refused, random }: Circumstances,
): readonly Material[] {
  const rules = new Map(schedule.materials.map((rule) => [rule.material, rule]))
  const scopeOf = ({ code }: Material) => {
    const rule = rules.get(code)
    return rule ? filingScopeOf(rule, situations) : 'not-filed'
  }
  const occurs = (material: Material) =>
    material.situations === undefined || material.situations.some((code) => situations.includes(code))
  const filed = item.materials.filter((material) => {
    if (refused && material.category === 'result' && material.code === 'R01') return false
    const scope = scopeOf(material)
    if (scope === 'required') return occurs(material)
    return scope === 'optional' && occurs(material) && random.onceIn(4)
  })
  const [first] = filed
  const more = first ? Array<Material>(random.onceIn(3) ? random.between(1, 4) : 0).fill(first) : []
  return [...filed, ...more].slice(0, 12)
}

interface Page {
  readonly name: string
  readonly applicant: string
  readonly closedOn: string
  readonly random: Random
}

/** Some kilobytes as a rule, once in thirty some hundreds. */
function contentOf({ name, applicant, closedOn, random }: Page): Uint8Array {
  const head = `${name}\n${applicant}\n${closedOn}\n`
  const wanted = random.onceIn(30) ? random.between(60_000, 240_000) : random.between(400, 6_000)
  const line = `${random.digits(12)} ${applicant}，${name}，核对无误。\n`
  return Buffer.from(head + line.repeat(Math.ceil(wanted / Buffer.byteLength(line))))
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

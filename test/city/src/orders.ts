import {
  addDays,
  endOfTerm,
  type Holder,
  type LicenceType,
  type Order,
  type ValidityRule,
} from '@licencevault/licence'
import { type Department, departments } from './departments.ts'
import type { Applicant } from './draft.ts'
import { valuesOf } from './field.ts'
import { type CityType, cityTypes, knownType } from './licence-types.ts'
import { type Random, randomOf } from './random.ts'
import { type Firm, firmOf } from './samples/firms.ts'
import { type Person, personOf } from './samples/people.ts'
import { sceneOf } from './scene.ts'

export interface OrderOptions {
  /** The same seed gives the same orders; a smaller `count` gives the first of them. */
  readonly seed: string | number
  readonly count: number
  /** All 84 unless told. */
  readonly types?: readonly LicenceType[]
  /** The civil date of the orders, `2026-11-23` unless told. */
  readonly on?: string
}

/**
 * Draws orders that fit their types: each type once, then as often as life has it. The `n`th holder of a
 * type never comes twice for it, so that 一人一证 holds up to 1,000,000 orders of a type.
 */
export function* makeOrders({ seed, count, types, on = defaultDay }: OrderOptions): Generator<Order> {
  const random = randomOf(seed)
  const chosen = chosenTypes(types)
  const draw = drawByWeight(chosen)
  const counts = new Map<CityType, number>()
  for (let i = 0; i < count; i++) {
    const own = random.fork(`order ${i}`)
    const found = chosen[i] ?? draw(own)
    const n = counts.get(found) ?? 0
    counts.set(found, n + 1)
    yield orderOf(found, { random: own, city: random, n, on })
  }
}

export const defaultDay = '2026-11-23'

function chosenTypes(types: readonly LicenceType[] | undefined): readonly CityType[] {
  if (!types) return cityTypes
  return types.map(({ code }) => knownType(code))
}

function drawByWeight(types: readonly CityType[]): (random: Random) => CityType {
  const cards = types.flatMap((type) => Array<CityType>(type.weight).fill(type))
  return (random) => random.pick(cards)
}

interface Draw {
  readonly random: Random
  /** The generator of people and firms, the same for every order of a city. */
  readonly city: Random
  /** The how manieth of its type. */
  readonly n: number
  readonly on: string
}

function orderOf(found: CityType, { random, city, n, on }: Draw): Order {
  const { type, fields, applicant } = found
  const authority = authorityOf(random.pick(type.issuingAuthorities))
  const until = untilOf(random.fork('until'), type.validity, on)
  const { people, firms } = applicants(
    random.fork('holders'),
    city,
    applicant,
    n + gap * cityTypes.indexOf(found),
  )
  const scene = sceneOf({ on, until, area: authority.area, authority: authority.name, people, firms }, random)
  return {
    type: { code: type.code, version: type.version },
    authority: { code: authority.code, name: authority.name },
    holders: [...people.map(asPerson), ...firms.map(asFirm)],
    fields: valuesOf(fields, scene, random),
    validity: { from: on, until },
  }
}

/** Types begin at different holders, so that a small sample shows different names. */
const gap = 17

export function authorityOf(code: string): Department {
  const found = departments.find((department) => department.code === code)
  if (!found) throw new RangeError(`no such department: ${code}`)
  return found
}

const asPerson = ({ name, code }: Person): Holder => ({ name, code, codeType: '111' })
const asFirm = ({ name, code }: Firm): Holder => ({ name, code, codeType: '001' })

interface Applicants {
  readonly people: readonly Person[]
  readonly firms: readonly Firm[]
}

function applicants(random: Random, city: Random, applicant: Applicant, n: number): Applicants {
  const person = (sex?: Person['sex']) => personOf(city, n, sex)
  switch (applicant) {
    case 'person':
      return { people: [person()], firms: [] }
    case 'mother':
      return { people: [person('女')], firms: [] }
    case 'couple':
      return { people: [person('男'), person('女')], firms: [] }
    case 'owner':
      return random.onceIn(4)
        ? { people: [], firms: [firmOf(city, 'company', n)] }
        : { people: [person()], firms: [] }
    case 'owners':
      return owners(random, city, n)
    default:
      return { people: [], firms: [firmOf(city, applicant, n)] }
  }
}

function owners(random: Random, city: Random, n: number): Applicants {
  const turn = random.between(1, 20)
  const [man, woman] = [personOf(city, n, '男'), personOf(city, n, '女')]
  if (turn <= 2) return { people: [], firms: [firmOf(city, 'company', n)] }
  if (turn <= 8) return { people: [man, woman], firms: [] }
  if (turn === 9)
    return {
      people: [man, woman, personOf(city, n + heirs, '男'), personOf(city, n + heirs, '女')],
      firms: [],
    }
  if (turn === 10) return { people: [man], firms: [firmOf(city, 'company', n)] }
  return { people: [personOf(city, n)], firms: [] }
}

/** Far from the numbers of those who come on their own. */
const heirs = 1_500_000

function untilOf(random: Random, rule: ValidityRule, from: string): string | null {
  if (rule.kind === 'indefinite') return null
  if (rule.orIndefinite && random.onceIn(4)) return null
  if (rule.kind === 'fixed') return endOfTerm(from, random.pick(rule.terms))
  const [earliest, latest] = [endOfTerm(from, rule.min), endOfTerm(from, rule.max)]
  if (!random.onceIn(3)) return random.pick([earliest, latest])
  const days = (Date.parse(latest) - Date.parse(earliest)) / 86_400_000
  return addDays(earliest, random.between(0, days))
}

import type { Random } from './random.ts'
import { type Firm, firmOf } from './samples/firms.ts'
import { type Person, personOf } from './samples/people.ts'
import { type Parcel, parcelIn } from './samples/places.ts'
import { type Project, projectIn } from './samples/projects.ts'
import { type Vehicle, vehicleOf } from './samples/vehicles.ts'

/** What an order is about; every field of one licence tells of the same person, firm, car or site. */
export interface Scene extends Given {
  /** The first holder who is a person, or somebody of the city. */
  readonly person: Person
  /** The first holder that is a firm, or some company of the city. */
  readonly firm: Firm
  readonly project: Project
  readonly parcel: Parcel
  readonly vehicle: Vehicle
}

interface Given {
  /** The civil date on which it is ordered. */
  readonly on: string
  readonly until: string | null
  /** Division of the authority. */
  readonly area: string
  /** Name of the authority. */
  readonly authority: string
  readonly people: readonly Person[]
  readonly firms: readonly Firm[]
}

/** Makes the things of a scene when a field first asks for them. */
export function sceneOf(given: Given, random: Random): Scene {
  const year = Number(given.on.slice(0, 4))
  const made = {
    person: once(() => given.people[0] ?? personOf(random, 0)),
    firm: once(() => given.firms[0] ?? firmOf(random, 'company', 0)),
    project: once(() => projectIn(random.fork('project'), given.area, year)),
    parcel: once(() => parcelIn(random.fork('parcel'), given.area)),
    vehicle: once(() => vehicleOf(random.fork('vehicle'))),
  }
  return {
    ...given,
    get person() {
      return made.person()
    },
    get firm() {
      return made.firm()
    },
    get project() {
      return made.project()
    },
    get parcel() {
      return made.parcel()
    },
    get vehicle() {
      return made.vehicle()
    },
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

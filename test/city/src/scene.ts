import type { Random } from './random.ts'
import { companyName, type Firm } from './samples/firms.ts'
import type { Person } from './samples/people.ts'
import { type Parcel, parcelIn } from './samples/places.ts'
import { type Project, projectIn } from './samples/projects.ts'
import { type Vehicle, vehicleOf } from './samples/vehicles.ts'

/** What an order is about; every field of one licence tells of the same person, firm, car or site. */
export interface Scene {
  /** The civil date on which it is ordered. */
  readonly on: string
  readonly until: string | null
  /** Division of the authority. */
  readonly area: string
  readonly authority: string
  /** The person who holds it, or who acts for the firm. */
  readonly person: Person
  /** All holders who are persons. */
  readonly people: readonly Person[]
  /** The firm that holds it, or another one of the city. */
  readonly firm: Firm
  readonly employer: string
  readonly project: Project
  readonly parcel: Parcel
  readonly vehicle: Vehicle
}

type Given = Pick<Scene, 'on' | 'until' | 'area' | 'authority' | 'people' | 'person' | 'firm'>

/** Makes the things of a scene when a field first asks for them. */
export function sceneOf(given: Given, random: Random): Scene {
  const once = <T>(make: () => T) => {
    let made: T | undefined
    return () => {
      made ??= make()
      return made
    }
  }
  const employer = once(() => companyName(random.fork('employer')))
  const project = once(() => projectIn(random.fork('project'), given.area, Number(given.on.slice(0, 4))))
  const parcel = once(() => parcelIn(random.fork('parcel'), given.area))
  const vehicle = once(() => vehicleOf(random.fork('vehicle')))
  return {
    ...given,
    get employer() {
      return employer()
    },
    get project() {
      return project()
    },
    get parcel() {
      return parcel()
    },
    get vehicle() {
      return vehicle()
    },
  }
}

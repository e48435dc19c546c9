import type { Certificate } from '../certificate.ts'
import type { DistinguishedName } from '../name.ts'

/** Certificates by the name of their subject. A few are looked through; a crowd is put in order first. */
export class NameBook {
  readonly #all: readonly Certificate[]
  #byName: Map<string, Certificate[]> | undefined

  constructor(all: readonly Certificate[]) {
    this.#all = all
  }

  /** Those with this name, in the order given. */
  named(name: DistinguishedName): readonly Certificate[] {
    if (this.#all.length <= few) return this.#all.filter(({ subject }) => subject.equals(name))
    this.#byName ??= Map.groupBy(this.#all, ({ subject }) => subject.comparable)
    return this.#byName.get(name.comparable) ?? []
  }
}

const few = 16

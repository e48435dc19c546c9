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
    this.#byName ??= inOrder(this.#all)
    return this.#byName.get(name.comparable) ?? []
  }
}

function inOrder(all: readonly Certificate[]): Map<string, Certificate[]> {
  const byName = new Map<string, Certificate[]>()
  for (const one of all) {
    const named = byName.get(one.subject.comparable)
    if (named) named.push(one)
    else byName.set(one.subject.comparable, [one])
  }
  return byName
}

const few = 16

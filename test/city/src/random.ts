/** A small seeded generator (xoshiro128**): the same seed gives the same city, on any machine. */
export interface Random {
  /** An integer, `low <= n <= high`. */
  between(low: number, high: number): number
  /** True once in `n` times on average. */
  onceIn(n: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different elements (all of them if there are fewer), in the list's order. */
  some<T>(list: readonly T[], count: number): T[]
  /** `count` decimal digits; leading zeros are kept. */
  digits(count: number): string
  bytes(count: number): Uint8Array
  /** Another generator, decided by this one's seed and the label, not by how far this one has run. */
  fork(label: string | number): Random
}

export function randomOf(seed: string | number): Random {
  return start(stateOf(String(seed)), String(seed))
}

type State = [number, number, number, number]

function start(state: State, seed: string): Random {
  const next = () => step(state)
  const between = (low: number, high: number) => low + Math.floor((next() / 2 ** 32) * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[between(0, list.length - 1)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  return {
    between,
    onceIn: (n) => between(1, n) === 1,
    pick,
    some(list, count) {
      let wanted = Math.min(count, list.length)
      return list.filter((_, i) => {
        const taken = between(1, list.length - i) <= wanted
        if (taken) wanted--
        return taken
      })
    },
    digits: (count) => Array.from({ length: count }, () => between(0, 9)).join(''),
    bytes: (count) => Uint8Array.from({ length: count }, () => next() >>> 24),
    fork(label) {
      const grown = `${seed}/${label}`
      return start(stateOf(grown), grown)
    },
  }
}

/** xoshiro128** 1.1 (Blackman and Vigna, public domain). */
function step(s: State): number {
  const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0
  const t = s[1] << 9
  s[2] ^= s[0]
  s[3] ^= s[1]
  s[1] ^= s[2]
  s[0] ^= s[3]
  s[2] ^= t
  s[3] = rotate(s[3], 11)
  return result
}

const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k))

/** Four words from a text: FNV-1a, then splitmix32's mixing for each word. */
function stateOf(text: string): State {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  const word = () => {
    h = (h + 0x9e3779b9) | 0
    let z = h
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) | 0
  }
  return [word(), word(), word(), word() | 1]
}

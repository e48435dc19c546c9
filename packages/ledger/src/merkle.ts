import { sha256 } from '#hashing'
import { sameBytes } from './bytes.ts'

/** Merkle trees of RFC 6962 §2.1 (RFC 9162 §2.1) on SHA-256. Sizes and indices are below 2^53. */

/** Bytes of a hash. */
export const HASH = 32

/** The root of a log without entries. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0))
}

export function leafHash(entry: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(entry.length + 1)
  prefixed.set(entry, 1)
  return sha256(prefixed)
}

// One place to put both children: a tree makes as many of these hashes as it has leaves.
const children = new Uint8Array(1 + 2 * HASH).fill(1, 0, 1)

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  children.set(left, 1)
  children.set(right, 1 + HASH)
  return sha256(children)
}

/** Leaves `from` up to but without `to`. Where it begins, a complete subtree of its size could begin. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The subtrees whose hashes lead from a leaf to the root of the first `size` leaves, nearest first.
 * The caller has checked that 0 ≤ index < size.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      ranges.unshift({ from: middle, to })
      to = middle
    } else {
      ranges.unshift({ from, to: middle })
      from = middle
    }
  }
  return ranges
}

/**
 * The subtrees whose hashes show that the first `older` leaves begin the first `size`.
 * The caller has checked that 0 ≤ older ≤ size. Nothing needs to be shown for 0 and for `size` itself.
 */
export function consistencyRanges(older: number, size: number): Range[] {
  if (older === 0 || older === size) return []
  const ranges: Range[] = []
  let from = 0
  let to = size
  while (to !== older) {
    const middle = from + split(to - from)
    if (older <= middle) {
      ranges.unshift({ from: middle, to })
      to = middle
    } else {
      ranges.unshift({ from, to: middle })
      from = middle
    }
  }
  if (from > 0) ranges.unshift({ from, to })
  return ranges
}

/** The greatest power of two below a size greater than 1. */
function split(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/**
 * The root that a leaf and its proof lead to; `undefined` where the proof has not the length that index
 * and size call for. Index, size and proof may come from an attacker.
 */
export function rootOfInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!isIndex(index, size)) return undefined
  let hash = leaf
  let at = index
  let last = size - 1
  for (const sibling of proof) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at > 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 ? hash : undefined
}

/** Whether the proof shows that a log of `older` leaves under one root grew into one of `size` under the other. */
export function isConsistent(
  older: number,
  size: number,
  olderRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(older) || !isSize(size) || older > size) return false
  if (older === size) return proof.length === 0 && sameBytes(olderRoot, root)
  if (older === 0) return proof.length === 0 && sameBytes(olderRoot, emptyRoot())
  let at = older - 1
  let last = size - 1
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const hashes = at === 0 ? [olderRoot, ...proof] : proof
  const [first, ...rest] = hashes
  if (!first) return false
  let olderHash = first
  let hash = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      olderHash = nodeHash(sibling, olderHash)
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at > 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameBytes(olderHash, olderRoot) && sameBytes(hash, root)
}

export function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}

export function isIndex(index: number, size: number): boolean {
  return isSize(index) && isSize(size) && index < size
}

function half(number: number): number {
  return Math.floor(number / 2)
}

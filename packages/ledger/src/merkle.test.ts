import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHex, hex } from './bytes.ts'
import {
  consistencyRanges,
  emptyRoot,
  inclusionRanges,
  isConsistent,
  leafHash,
  nodeHash,
  type Range,
  rootOfInclusion,
} from './merkle.ts'

/** The eight leaves and the values that RFC 6962's first implementation published. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const published = leaves.map((leaf) => leafHash(fromHex(leaf)))

/** The definition itself, against which everything else is held. */
function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes
  if (!only) return emptyRoot()
  if (hashes.length === 1) return only
  let split = 1
  while (split * 2 < hashes.length) split *= 2
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
}

const proofOf = (hashes: readonly Uint8Array[], ranges: readonly Range[]) =>
  ranges.map(({ from, to }) => rootOf(hashes.slice(from, to)))

it.each(roots.map((root, size) => ({ root, size })))('the root of $size leaves', ({ root, size }) => {
  expect(hex(rootOf(published.slice(0, size)))).toBe(root)
})

it('inclusion of leaf 5 in 8 is as published', () => {
  expect(proofOf(published, inclusionRanges(5, 8)).map(hex)).toEqual([
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
})

it.each([
  {
    older: 6,
    size: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    older: 2,
    size: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
])('consistency of $older with $size is as published', ({ older, size, proof }) => {
  expect(proofOf(published.slice(0, size), consistencyRanges(older, size)).map(hex)).toEqual(proof)
})

/** Every size up to 70, every leaf, every older size. */
const many = Array.from({ length: 70 }, (_, index) => leafHash(Uint8Array.of(index)))

it('every proof of inclusion leads to the root, and to no other with anything changed', () => {
  for (let size = 1; size <= many.length; size++) {
    const hashes = many.slice(0, size)
    const root = hex(rootOf(hashes))
    for (const [index, leaf] of hashes.entries()) {
      const proof = proofOf(hashes, inclusionRanges(index, size))
      const led = (...told: Parameters<typeof rootOfInclusion>) =>
        hex(rootOfInclusion(...told) ?? new Uint8Array(0))
      expect(led(leaf, index, size, proof)).toBe(root)
      expect(led(emptyRoot(), index, size, proof)).not.toBe(root)
      expect(
        rootOfInclusion(
          leaf,
          index,
          size,
          [...proof, root].map(() => leaf),
        ),
      ).toBeUndefined()
      if (proof.length > 0) expect(rootOfInclusion(leaf, index, size, proof.slice(1))).toBeUndefined()
      if (index > 0) expect(led(leaf, index - 1, size, proof)).not.toBe(root)
    }
  }
})

it('every proof of consistency holds, and none with anything changed', () => {
  for (let size = 0; size <= many.length; size++) {
    const hashes = many.slice(0, size)
    const root = rootOf(hashes)
    for (let older = 0; older <= size; older++) {
      const olderRoot = rootOf(hashes.slice(0, older))
      const proof = proofOf(hashes, consistencyRanges(older, size))
      expect(isConsistent(older, size, olderRoot, root, proof)).toBe(true)
      const other = leafHash(Uint8Array.of(99))
      expect(isConsistent(older, size, other, root, proof)).toBe(false)
      if (older > 0) expect(isConsistent(older, size, olderRoot, other, proof)).toBe(false)
      expect(isConsistent(older, size, olderRoot, root, [...proof, other])).toBe(false)
      if (proof.length > 0) expect(isConsistent(older, size, olderRoot, root, proof.slice(1))).toBe(false)
    }
  }
})

describe('from an attacker', () => {
  const number = fc.oneof(fc.integer({ min: -2, max: 300 }), fc.double(), fc.maxSafeNat())
  const proof = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 })

  it('no index, size or proof is taken at its word', () => {
    fc.assert(
      fc.property(number, number, proof, (index, size, hashes) => {
        const root = rootOfInclusion(emptyRoot(), index, size, hashes)
        expect(root === undefined || root.length === 32).toBe(true)
        expect(isConsistent(index, size, emptyRoot(), leafHash(emptyRoot()), hashes)).toBe(
          index === 0 && hashes.length === 0 && Number.isSafeInteger(size) && size > 0,
        )
      }),
    )
  })
})

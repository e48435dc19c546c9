import { describe, expect, it } from 'vitest'
import { limits } from '../limits.ts'
import { type Element, Reader, tag } from './reader.ts'
import { walk } from './walk.ts'
import { encode } from './write.ts'

/** So many SEQUENCEs inside one another. */
function nested(depth: number): Uint8Array {
  let bytes: Uint8Array = new Uint8Array()
  for (let level = 0; level < depth; level++) bytes = encode(tag.sequence, bytes)
  return bytes
}

/** The elements visited when every one of them is entered. */
function visited(bytes: Uint8Array): number {
  let count = 0
  walk(new Reader(bytes, 'DER'), (element: Element) => {
    count++
    return element.inside()
  })
  return count
}

describe('walking through elements', () => {
  it('visits each one down to the limit of depth, and no deeper', () => {
    expect(visited(nested(limits.depth))).toBe(limits.depth)
    expect(() => visited(nested(limits.depth + 1))).toThrow(/^limit-exceeded: .*depth/)
  })

  it('counts those side by side too', () => {
    const empty = encode(tag.sequence)
    const many = (count: number) => {
      const bytes = new Uint8Array(count * empty.length)
      for (let at = 0; at < bytes.length; at += empty.length) bytes.set(empty, at)
      return bytes
    }
    expect(visited(many(limits.elements))).toBe(limits.elements)
    expect(() => visited(many(limits.elements + 1))).toThrow(/^limit-exceeded: .*elements/)
  })
})

import { error } from '../codes.ts'
import { limits } from '../limits.ts'
import type { Element, Reader } from './reader.ts'

/**
 * Visits every element a reader holds, in order. What lies inside one is visited where `visit` answers
 * a reader of it. Walks with a stack of readers and bounds their elements; `inside` bounds the depth.
 *
 * @throws VaultError `limit-exceeded`, and what `visit` throws
 */
export function walk(first: Reader, visit: (element: Element) => Reader | undefined): void {
  const stack = [first]
  let elements = 0
  for (let reader = stack.at(-1); reader; reader = stack.at(-1)) {
    if (reader.done) {
      stack.pop()
      continue
    }
    if (++elements > limits.elements)
      throw error('limit-exceeded', { name: 'elements', limit: limits.elements })
    const inside = visit(reader.next())
    if (inside) stack.push(inside)
  }
}

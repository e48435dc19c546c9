import { type Element, malformed, Reader, tag } from './reader.ts'
import { walk } from './walk.ts'

/**
 * Throws unless everything in the element is DER: what is signed must have one encoding only, or two
 * readers could see two contents. SET and SET OF order is the caller's to check, since it depends on
 * the type.
 */
export function requireDer(element: Element): void {
  walk(new Reader(element.bytes, 'DER', element.start, element.end), (next) => {
    if ((next.tag & 0x20) === 0) return undefined
    if ((next.tag & 0xc0) === 0 && next.tag !== tag.sequence && next.tag !== tag.set) {
      throw malformed('a primitive type in parts, which DER forbids', next.start)
    }
    return next.inside()
  })
}

/** Whether the elements stand in the order DER demands of a SET OF: ascending by their bytes (X.690 §11.6). */
export function inSetOrder(elements: readonly Uint8Array[]): boolean {
  return elements.every((element, i) => {
    const before = elements[i - 1]
    return before === undefined || compareBytes(before, element) <= 0
  })
}

/** Compares as X.690 §11.6 does: byte by byte, the shorter as if padded with zeros. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Whether two byte strings are the same. Not for secrets: it stops at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

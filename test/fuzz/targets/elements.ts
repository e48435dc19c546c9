/**
 * Whether the bytes are one element in definite lengths, down to the last: said by other code than the
 * reader's, for what it accepts.
 */
export function isOneElement(bytes: Uint8Array): boolean {
  return endOf(bytes, 0, bytes.length) === bytes.length
}

/** Where the element at `at` ends, or -1 where it does not end within what holds it. */
function endOf(bytes: Uint8Array, at: number, limit: number): number {
  const identifier = bytes[at] ?? 0x1f
  const first = bytes[at + 1] ?? 0x80
  const long = first > 0x80 ? first - 0x80 : 0
  const from = at + 2 + long
  const digits = [...bytes.subarray(at + 2, from)].map((byte) => byte.toString(16).padStart(2, '0'))
  const length = long > 0 ? Number.parseInt(digits.join(''), 16) : first
  const to = from + length
  if ((identifier & 0x1f) === 0x1f || first === 0x80 || from > limit || to > limit) return -1
  if ((identifier & 0x20) === 0) return to
  let inner = from
  while (inner >= 0 && inner < to) inner = endOf(bytes, inner, to)
  return inner === to ? to : -1
}

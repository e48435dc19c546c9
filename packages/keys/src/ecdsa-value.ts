/**
 * ECDSA-Sig-Value (RFC 3279 §2.2.3) of the fixed-width r‖s that WebCrypto answers: DER, each integer
 * without needless zeros and never negative.
 */
export function ecdsaValue(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  const body = [...integer(raw.subarray(0, half)), ...integer(raw.subarray(half))]
  return Uint8Array.from([0x30, ...(body.length < 128 ? [body.length] : [0x81, body.length]), ...body])
}

function integer(bytes: Uint8Array): number[] {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const digits = Array.from(bytes.subarray(start))
  if ((digits[0] ?? 0) >= 0x80) digits.unshift(0)
  return [0x02, digits.length, ...digits]
}

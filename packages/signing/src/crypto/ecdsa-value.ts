import { Reader, tag } from '../asn1/reader.ts'
import { readIntegerBytes } from '../asn1/values.ts'
import { type Curve, curves } from './public-key.ts'

/**
 * Turns a DER ECDSA-Sig-Value into the fixed-width r‖s that WebCrypto takes, or `undefined` when it is
 * not exactly what a signer writes: strict DER, nothing after it, r and s from 1 to the order less 1.
 * Repairing a malformed one would give the same signature a second encoding.
 */
export function rawEcdsa(signature: Uint8Array, curve: Curve): Uint8Array | undefined {
  const { bytes, order } = curves[curve]
  const raw = new Uint8Array(bytes * 2)
  try {
    const outer = new Reader(signature)
    const pair = outer.expect(tag.sequence).inside()
    outer.finish()
    for (const offset of [0, bytes]) {
      const integer = readIntegerBytes(pair.expect(tag.integer))
      if ((integer[0] ?? 0) >= 0x80) return undefined
      const digits = integer[0] === 0 ? integer.subarray(1) : integer
      if (digits.length > bytes) return undefined
      const value = digits.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
      if (value === 0n || value >= order) return undefined
      raw.set(digits, offset + bytes - digits.length)
    }
    pair.finish()
    return raw
  } catch {
    return undefined
  }
}

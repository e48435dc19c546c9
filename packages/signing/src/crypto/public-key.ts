import { Reader, tag } from '../asn1/reader.ts'
import { readIntegerBytes, readOid, readWholeBits } from '../asn1/values.ts'

/** A public key, as far as a policy needs to know it. */
export type PublicKey =
  | { readonly kind: 'RSA'; readonly bits: number; readonly exponent: bigint }
  | { readonly kind: 'EC'; readonly curve: Curve; readonly bits: number }
  | { readonly kind: 'Ed25519'; readonly bits: 256 }
  | { readonly kind: 'unknown'; readonly oid: string; readonly bits: 0 }

export type Curve = 'P-256' | 'P-384' | 'P-521'

export const curves: Readonly<
  Record<
    Curve,
    { readonly oid: string; readonly bytes: number; readonly bits: number; readonly order: bigint }
  >
> = {
  'P-256': {
    oid: '1.2.840.10045.3.1.7',
    bytes: 32,
    bits: 256,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  'P-384': {
    oid: '1.3.132.0.34',
    bytes: 48,
    bits: 384,
    order:
      0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  'P-521': {
    oid: '1.3.132.0.35',
    bytes: 66,
    bits: 521,
    order:
      0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
}

export const curveNames: readonly Curve[] = ['P-256', 'P-384', 'P-521']

/**
 * Reads a SubjectPublicKeyInfo. Keys this package cannot check with (other curves, explicit curve
 * parameters, compressed points, RSASSA-PSS-only keys) read as `unknown`, so that both the native and
 * the browser engine refuse exactly the same ones. Whether a point lies on its curve the engine checks.
 *
 * @throws VaultError `encoding-wrong`
 */
export function readPublicKey(spki: Uint8Array): PublicKey {
  const outer = new Reader(spki)
  const info = outer.expect(tag.sequence).inside()
  outer.finish()
  const algorithm = info.expect(tag.sequence).inside()
  const oid = readOid(algorithm.expect(tag.oid))
  const parameters = algorithm.done ? undefined : algorithm.next()
  algorithm.finish()
  const key = readWholeBits(info.expect(tag.bitString))
  info.finish()
  const unknown = { kind: 'unknown', oid, bits: 0 } as const
  if (oid === '1.2.840.10045.2.1') {
    if (parameters?.tag !== tag.oid) return unknown
    const curveOid = readOid(parameters)
    for (const curve of curveNames) {
      const { oid: named, bytes, bits } = curves[curve]
      if (named === curveOid && key.length === 1 + 2 * bytes && key[0] === 4)
        return { kind: 'EC', curve, bits }
    }
    return unknown
  }
  if (oid === '1.3.101.112') {
    return parameters === undefined && key.length === 32 ? { kind: 'Ed25519', bits: 256 } : unknown
  }
  if (oid === '1.2.840.113549.1.1.1') {
    return parameters?.tag === tag.null && parameters.from === parameters.to ? readRsa(key) : unknown
  }
  return unknown
}

function readRsa(key: Uint8Array): PublicKey {
  const outer = new Reader(key)
  const fields = outer.expect(tag.sequence).inside()
  outer.finish()
  const modulus = readIntegerBytes(fields.expect(tag.integer))
  const exponent = readIntegerBytes(fields.expect(tag.integer))
  fields.finish()
  const top = modulus[0] === 0 ? modulus.subarray(1) : modulus
  const negative = (modulus[0] ?? 0) >= 0x80 || (exponent[0] ?? 0) >= 0x80
  if (negative || top.length === 0 || exponent.length > 32) {
    return { kind: 'unknown', oid: '1.2.840.113549.1.1.1', bits: 0 }
  }
  const bits = top.length * 8 - Math.clz32(top[0] ?? 0) + 24
  return { kind: 'RSA', bits, exponent: exponent.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) }
}

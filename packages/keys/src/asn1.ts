import { type FromBerResult, fromBER, OctetString } from 'asn1js'

/** The most ASN.1 elements one structure may have, and how deep they may nest. */
const maxNodes = 10_000
const maxDepth = 32

export type Element = FromBerResult['result']

/** Reads one BER element and nothing after it; `undefined` for anything else. */
export function readBer(bytes: Uint8Array): Element | undefined {
  const own = Uint8Array.from(bytes)
  try {
    const { offset, result } = fromBER(own, {
      maxNodes,
      maxDepth,
      maxContentLength: own.length,
      parseEmbedded: false,
    })
    return offset === own.length ? result : undefined
  } catch {
    // Most of what is wrong it answers; a time that is none it throws.
    return undefined
  }
}

/** The bytes of an OCTET STRING, also when BER cut it in pieces. */
export function octetsOf(element: unknown): Uint8Array | undefined {
  return element instanceof OctetString ? new Uint8Array(element.getValue()) : undefined
}

/**
 * Where the parts of a message stand that is written exactly as `signCms` writes one: DER, one signer
 * named by issuer and serial number, detached, no revocation lists, no unsigned attributes. Everything
 * between them is fixed by the signer and compared as it stands.
 */
export interface Scan {
  /** From the version of the SignedData up to its signers: algorithms, content type, certificates. */
  readonly headFrom: number
  readonly headTo: number
  /** From the version of the SignerInfo up to its signed attributes: the certificate's name, the hash. */
  readonly signerFrom: number
  /** The signed attributes as they stand, under the tag [0]. */
  readonly attributesFrom: number
  readonly attributesTo: number
  /** The algorithm of the signature, up to `signatureAt`. */
  readonly signatureAt: number
  /** The octets of the signature, up to the end of the message. */
  readonly signatureFrom: number
}

const sequence = 0x30
const set = 0x31

/** Finds the parts in one pass, without taking any of them apart; `undefined` for any other message. */
export function scan(bytes: Uint8Array): Scan | undefined {
  const end = bytes.length
  const info = within(bytes, 0, end, sequence, end)
  // id-signedData, then [0] to the end.
  const explicit = info > 0 && startsWith(bytes, info, signedData) ? info + signedData.length : 0
  const outer = explicit > 0 ? within(bytes, explicit, end, 0xa0, end) : -1
  const headFrom = outer > 0 ? within(bytes, outer, end, sequence, end) : -1
  if (headFrom < 0) return undefined
  const algorithms = after(bytes, after(bytes, headFrom, end, 0x02), end, set)
  const headTo = after(bytes, after(bytes, algorithms, end, sequence), end, 0xa0)
  const signers = headTo > 0 ? within(bytes, headTo, end, set, end) : -1
  const signerFrom = signers > 0 ? within(bytes, signers, end, sequence, end) : -1
  if (signerFrom < 0) return undefined
  const named = after(bytes, after(bytes, signerFrom, end, 0x02), end, sequence)
  const attributesFrom = after(bytes, named, end, sequence)
  const attributesTo = after(bytes, attributesFrom, end, 0xa0)
  const signatureAt = after(bytes, attributesTo, end, sequence)
  const signatureFrom = signatureAt > 0 ? within(bytes, signatureAt, end, 0x04, end) : -1
  if (signatureFrom < 0) return undefined
  return { headFrom, headTo, signerFrom, attributesFrom, attributesTo, signatureAt, signatureFrom }
}

const signedData = Uint8Array.of(0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2)

/** Where the contents of the element at `at` begin, if it is that element and ends at `to`. */
function within(bytes: Uint8Array, at: number, end: number, tag: number, to: number): number {
  return after(bytes, at, end, tag) === to ? contents(bytes, at) : -1
}

/** Where the element at `at` ends, if it has this identifier and a length in DER; -1 otherwise, and for `at` -1. */
function after(bytes: Uint8Array, at: number, end: number, tag: number): number {
  if (at < 0 || at + 2 > end || bytes[at] !== tag) return -1
  const first = bytes[at + 1] ?? 0
  let to = at + 2 + first
  if (first === 0x81) {
    const length = bytes[at + 2] ?? 0
    if (length < 0x80) return -1
    to = at + 3 + length
  } else if (first === 0x82) {
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 0x100) return -1
    to = at + 4 + length
  } else if (first >= 0x80) return -1
  return to <= end ? to : -1
}

/** Where the contents of an element begin that `after` accepted. */
function contents(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1] ?? 0
  return at + (first < 0x80 ? 2 : first - 0x80 + 2)
}

function startsWith(bytes: Uint8Array, at: number, other: Uint8Array): boolean {
  for (let i = 0; i < other.length; i++) if (bytes[at + i] !== other[i]) return false
  return true
}

import type { AlgorithmName, HashName } from '@licencevault/keys'
import { concat } from '../bytes.ts'
import { error } from '../codes.ts'
import { rawEcdsa } from './ecdsa-value.ts'
import { type PublicKey, readPublicKey } from './public-key.ts'
import { fitsKey, type SignatureScheme, schemeOf } from './scheme.ts'

/** The same two functions as `node.ts`, by WebCrypto, with the same answers. */
export async function digest(
  hash: HashName,
  content: Uint8Array | readonly Uint8Array[],
): Promise<Uint8Array> {
  return new Uint8Array(await subtle().digest(hash, source(content)))
}

/** See `node.ts`: a primitive, not a verdict. */
export async function verifySignature(
  algorithm: AlgorithmName | SignatureScheme,
  spki: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const scheme = typeof algorithm === 'string' ? schemeOf(algorithm) : algorithm
  const engine = subtle()
  try {
    const key = readPublicKey(spki)
    const plan = planFor(scheme, key, signature)
    if (!plan) return false
    const imported = await engine.importKey('spki', source(spki), plan.importing, false, ['verify'])
    return await engine.verify(plan.checking, imported, source(plan.signature), source(bytes))
  } catch {
    return false
  }
}

type Subtle = typeof globalThis.crypto.subtle
type Importing = Parameters<Subtle['importKey']>[2]
type Checking = Parameters<Subtle['verify']>[0]

function planFor(
  scheme: SignatureScheme,
  key: PublicKey,
  signature: Uint8Array,
): { importing: Importing; checking: Checking; signature: Uint8Array } | undefined {
  if (!fitsKey(scheme, key)) return undefined
  const { kind, hash, saltLength = 20 } = scheme
  if (key.kind === 'EC') {
    const raw = rawEcdsa(signature, key.curve)
    const importing = { name: 'ECDSA', namedCurve: key.curve }
    return raw && { importing, checking: { name: 'ECDSA', hash }, signature: raw }
  }
  if (kind === 'RSASSA-PSS') {
    return { importing: { name: 'RSA-PSS', hash }, checking: { name: 'RSA-PSS', saltLength }, signature }
  }
  return { importing: { name: kind, hash }, checking: { name: kind }, signature }
}

/** Browsers give `subtle` to HTTPS pages and localhost only. */
function subtle(): Subtle {
  const found: Subtle | undefined = globalThis.crypto?.subtle
  if (!found) throw error('crypto-missing')
  return found
}

/** WebCrypto's types take no view over a SharedArrayBuffer; parts are joined, since it hashes in one go. */
function source(content: Uint8Array | readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (content instanceof Uint8Array && content.buffer instanceof ArrayBuffer) {
    return new Uint8Array(content.buffer, content.byteOffset, content.length)
  }
  return concat(content instanceof Uint8Array ? [content] : content)
}

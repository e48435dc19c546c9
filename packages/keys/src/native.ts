import { constants, type KeyObject, sign } from 'node:crypto'
import { type Algorithm, type AlgorithmName, algorithms } from './algorithms.ts'
import { checkKey, plain, readPkcs8 } from './private-key.ts'
import type { Signer } from './signer.ts'

/**
 * A signer on Node's own OpenSSL, for signing in bulk: the key is parsed and checked once, and each
 * call to `sign` is one `crypto.sign` on the calling thread, done by the time the promise is returned.
 *
 * @param key a private KeyObject, or an unencrypted PKCS#8 key, DER; the caller may wipe its bytes afterwards
 * @param algorithm left out: ES256, ES384 or Ed25519 as the key says, and PS256 for an RSA key
 * @throws VaultError `key-unreadable`, `key-not-private`, `key-password-missing`, `key-too-large`,
 *   `key-kind-unknown`, `key-weak`, `key-algorithm-mismatch`, `key-inconsistent`
 */
export function nativeSigner(key: KeyObject | Uint8Array, algorithm?: AlgorithmName): Signer {
  const checked = key instanceof Uint8Array ? readPkcs8(key, algorithm) : checkKey(key, algorithm)
  const row = algorithms[checked.algorithm]
  const hash = row.key === 'Ed25519' ? null : row.hash.replace('-', '').toLowerCase()
  const how = howToSign(checked.key, row)
  return Object.freeze({
    algorithm: checked.algorithm,
    publicKey: checked.publicKey,
    sign: async (bytes: Uint8Array) => plain(sign(hash, bytes, how)),
  })
}

function howToSign(key: KeyObject, { key: kind, webSign }: Algorithm): Parameters<typeof sign>[2] {
  if (kind !== 'RSA') return key
  const { saltLength } = webSign
  return saltLength === undefined
    ? { key, padding: constants.RSA_PKCS1_PADDING }
    : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
}

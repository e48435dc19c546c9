import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as asn1js from 'asn1js'
import { AlgorithmIdentifier, DigestInfo, MacData } from 'pkijs'
import { error, naming } from './codes.ts'
import { type Derivation, type IterationBudget, type KdfHash, pkcs12Key, purpose } from './kdf.ts'

const sha256 = '2.16.840.1.101.3.4.2.1'

const hashes: Readonly<Record<string, { readonly name: KdfHash; readonly bytes: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', bytes: 20 },
  [sha256]: { name: 'sha256', bytes: 32 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', bytes: 48 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', bytes: 64 },
}

/**
 * The password by which the container's MAC (RFC 7292 §4) holds, in the form its writer used:
 * programs write the empty password either as no bytes (`null` here) or as a lone terminator.
 *
 * @throws VaultError `key-encryption-unknown`, `key-iterations-exceeded`, `pkcs12-password-wrong`
 */
export function passwordByMac(
  mac: MacData,
  content: Uint8Array,
  password: string,
  budget: IterationBudget,
): string | null {
  const { algorithmId } = mac.mac.digestAlgorithm
  const hash = hashes[algorithmId]
  if (!hash) {
    const found = { en: `MAC by ${algorithmId}`, zh: `MAC 算法 ${algorithmId}` }
    throw error('key-encryption-unknown', naming(found))
  }
  const expected = new Uint8Array(mac.mac.digest.getValue())
  const salt = new Uint8Array(mac.macSalt.getValue())
  const iterations = mac.iterations ?? 1
  const fits = (candidate: string | null) => {
    budget.spend(iterations)
    const actual = macOf(content, { password: candidate, salt, iterations, hash: hash.name }, hash.bytes)
    return actual.length === expected.length && timingSafeEqual(actual, expected)
  }
  const fitting = (password === '' ? ['', null] : [password]).find(fits)
  if (fitting === undefined) throw error('pkcs12-password-wrong')
  return fitting
}

/** MacData with HMAC-SHA-256 over the content, as OpenSSL 3 writes it. */
export function sealWithMac(content: Uint8Array, password: string, iterations: number): MacData {
  const salt = new Uint8Array(randomBytes(16))
  const digest = macOf(content, { password, salt, iterations, hash: 'sha256' }, 32)
  return new MacData({
    mac: new DigestInfo({
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256, algorithmParams: new asn1js.Null() }),
      digest: new asn1js.OctetString({ valueHex: Uint8Array.from(digest) }),
    }),
    macSalt: new asn1js.OctetString({ valueHex: salt }),
    iterations,
  })
}

function macOf(content: Uint8Array, how: Derivation, size: number): Buffer {
  return createHmac(how.hash, pkcs12Key(how, purpose.mac, size))
    .update(content)
    .digest()
}

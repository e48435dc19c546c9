import * as asn1js from 'asn1js'
import { PKCS8ShroudedKeyBag } from 'pkijs'
import { readBer } from './asn1.ts'
import { error } from './codes.ts'
import { checkedIterations, decrypt, encrypt, type Sealed } from './encryption.ts'
import { IterationBudget } from './kdf.ts'

/**
 * Opens EncryptedPrivateKeyInfo (RFC 5958 §3), DER.
 *
 * @throws VaultError `key-unreadable`, `key-password-wrong`, `key-encryption-unknown`, `key-iterations-exceeded`
 */
export function openEncryptedPkcs8(bytes: Uint8Array, password: string): Uint8Array {
  const sealed = readSealedKey(bytes)
  if (!sealed) throw error('key-unreadable', { form: 'encrypted PKCS#8', formZh: '加密的 PKCS#8' })
  const pkcs8 = decrypt(sealed, password, new IterationBudget())
  // Noise that happens to be padded rightly is no SEQUENCE to its very end.
  if (!pkcs8 || !(readBer(pkcs8) instanceof asn1js.Sequence)) throw error('key-password-wrong')
  return pkcs8
}

/**
 * EncryptedPrivateKeyInfo, DER, as {@link encrypt} closes it.
 *
 * @throws VaultError `key-iterations-out-of-range`
 */
export function closePkcs8(pkcs8: Uint8Array, password: string, iterations?: number): Uint8Array {
  const sealed = encrypt(pkcs8, password, checkedIterations(iterations))
  return new Uint8Array(sealedKey(sealed).toSchema().toBER())
}

/** The parts of EncryptedPrivateKeyInfo, which is also PKCS#12's shrouded key bag. */
export function readSealedKey(bytes: Uint8Array): Sealed | undefined {
  const element = readBer(bytes)
  if (!(element instanceof asn1js.Sequence) || element.valueBlock.value.length !== 2) return undefined
  try {
    const { encryptionAlgorithm, encryptedData } = new PKCS8ShroudedKeyBag({ schema: element })
    return { algorithm: encryptionAlgorithm, data: new Uint8Array(encryptedData.getValue()) }
  } catch {
    return undefined
  }
}

export function sealedKey({ algorithm, data }: Sealed): PKCS8ShroudedKeyBag {
  return new PKCS8ShroudedKeyBag({
    encryptionAlgorithm: algorithm,
    encryptedData: new asn1js.OctetString({ valueHex: Uint8Array.from(data) }),
  })
}

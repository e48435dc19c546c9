import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import forge from 'node-forge'
import { AlgorithmIdentifier, PBES2Params, PBKDF2Params } from 'pkijs'
import { octetsOf } from './asn1.ts'
import { error, naming } from './codes.ts'
import { binary, fromBinary, type IterationBudget, pkcs12Key, purpose } from './kdf.ts'

/** Steps of every key derivation in what is written; a container takes three derivations. */
const defaultIterations = 100_000
const leastIterations = 1_000
const mostIterations = 600_000

/** @throws VaultError `key-iterations-out-of-range` */
export function checkedIterations(iterations: number = defaultIterations): number {
  if (Number.isInteger(iterations) && iterations >= leastIterations && iterations <= mostIterations) {
    return iterations
  }
  throw error('key-iterations-out-of-range', { least: leastIterations, most: mostIterations })
}

const oids = { pbes2: '1.2.840.113549.1.5.13', pbkdf2: '1.2.840.113549.1.5.12' } as const

interface Pbes2Cipher {
  readonly name: string
  readonly keyBytes: number
  readonly ivBytes: number
}

const aes256 = '2.16.840.1.101.3.4.1.42'
const hmacSha1 = '1.2.840.113549.2.7'
const hmacSha256 = '1.2.840.113549.2.9'

/** Encryption schemes of PBES2 (RFC 8018 appendix B.2), all in CBC mode. */
const pbes2Ciphers: Readonly<Record<string, Pbes2Cipher>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24, ivBytes: 16 },
  [aes256]: { name: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 },
}

/** Pseudorandom functions of PBKDF2 (RFC 8018 appendix B.1). */
const prfs: Readonly<Record<string, string>> = {
  [hmacSha1]: 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  [hmacSha256]: 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/** One of forge's ciphers, its key and IV already in. */
interface Decipher {
  update(data: forge.util.ByteBuffer): void
  finish(): boolean
  readonly output: forge.util.ByteBuffer
}

interface Pkcs12Cipher {
  readonly keyBytes: number
  start(key: string, iv: string): Decipher
}

function tripleDes(key: string, iv: string): Decipher {
  const cipher = forge.cipher.createDecipher('3DES-CBC', key)
  cipher.start({ iv })
  return cipher
}

/** Bytes of RC2 decrypted at a time. */
const rc2Slice = 4_096

const rc2 =
  (bits: number) =>
  (key: string, iv: string): Decipher => {
    const cipher = forge.rc2.createDecryptionCipher(key, bits)
    const chained = forge.util.createBuffer(iv)
    cipher.start(chained)
    return {
      update(data) {
        while (data.length() > 0) {
          cipher.update(forge.util.createBuffer(data.getBytes(rc2Slice)))
          // Every block is kept here to chain the next by, and all are gone through for each: a minute for 1 MB.
          chained.compact()
        }
      },
      finish: () => cipher.finish(),
      output: cipher.output,
    }
  }

/** The old schemes of PKCS#12 (RFC 7292 appendix C) that certification authorities still hand out. Read, never written. */
const pkcs12Ciphers: Readonly<Record<string, Pkcs12Cipher>> = {
  '1.2.840.113549.1.12.1.3': { keyBytes: 24, start: tripleDes },
  '1.2.840.113549.1.12.1.4': { keyBytes: 16, start: (key, iv) => tripleDes(key + key.slice(0, 8), iv) },
  '1.2.840.113549.1.12.1.5': { keyBytes: 16, start: rc2(128) },
  '1.2.840.113549.1.12.1.6': { keyBytes: 5, start: rc2(40) },
}

/** Something encrypted under a password, as a file holds it. */
export interface Sealed {
  readonly algorithm: AlgorithmIdentifier
  readonly data: Uint8Array
}

/**
 * Opens what a password closed. `undefined` when the password does not fit: then the padding is wrong,
 * save for one time in some 256, when what comes out is noise for the caller to find.
 *
 * @throws VaultError `key-encryption-unknown`, `key-iterations-exceeded`
 */
export function decrypt(
  { algorithm, data }: Sealed,
  password: string | null,
  budget: IterationBudget,
): Uint8Array | undefined {
  if (algorithm.algorithmId === oids.pbes2) return decryptPbes2(algorithm, data, password ?? '', budget)
  const cipher = pkcs12Ciphers[algorithm.algorithmId] ?? unknown(algorithm.algorithmId)
  return decryptPkcs12(cipher, algorithm, data, password, budget)
}

function decryptPbes2(
  algorithm: AlgorithmIdentifier,
  data: Uint8Array,
  password: string,
  budget: IterationBudget,
): Uint8Array | undefined {
  const { cipher, iv, salt, iterations, hash } = readPbes2(algorithm)
  budget.spend(iterations)
  // UTF-8 here (RFC 8018 §3), UTF-16 in the MAC of the same file (RFC 7292 appendix B.1).
  const key = pbkdf2Sync(password, salt, iterations, cipher.keyBytes, hash)
  try {
    const decipher = createDecipheriv(cipher.name, key, iv)
    return new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]))
  } catch {
    return undefined
  }
}

function readPbes2(algorithm: AlgorithmIdentifier) {
  const { keyDerivationFunc, encryptionScheme } = parsed(PBES2Params, algorithm)
  const cipher = pbes2Ciphers[encryptionScheme.algorithmId] ?? unknown(encryptionScheme.algorithmId)
  if (keyDerivationFunc.algorithmId !== oids.pbkdf2) unknown(keyDerivationFunc.algorithmId)
  const kdf = parsed(PBKDF2Params, keyDerivationFunc)
  const prf = kdf.prf?.algorithmId ?? hmacSha1
  const hash = prfs[prf] ?? unknown(prf)
  const iv = octetsOf(encryptionScheme.algorithmParams)
  const salt = octetsOf(kdf.salt)
  if (!salt || iv?.length !== cipher.ivBytes) return withOtherParameters(cipher.name)
  if ((kdf.keyLength ?? cipher.keyBytes) !== cipher.keyBytes)
    unknown(`${cipher.name} with another key length`, `密钥长度不符的 ${cipher.name}`)
  return { cipher, iv, salt, iterations: kdf.iterationCount, hash }
}

function parsed<T>(Type: new (from: { schema: unknown }) => T, algorithm: AlgorithmIdentifier): T {
  try {
    return new Type({ schema: algorithm.algorithmParams })
  } catch {
    return withOtherParameters(algorithm.algorithmId)
  }
}

function withOtherParameters(name: string): never {
  return unknown(`${name} with other parameters`, `参数不符的 ${name}`)
}

function unknown(en: string, zh = en): never {
  throw error('key-encryption-unknown', naming({ en, zh }))
}

function decryptPkcs12(
  cipher: Pkcs12Cipher,
  algorithm: AlgorithmIdentifier,
  data: Uint8Array,
  password: string | null,
  budget: IterationBudget,
): Uint8Array | undefined {
  const params: unknown = algorithm.algorithmParams
  const [salt, count] = params instanceof asn1js.Sequence ? params.valueBlock.value : []
  if (!(salt instanceof asn1js.OctetString && count instanceof asn1js.Integer)) {
    return withOtherParameters(algorithm.algorithmId)
  }
  const iterations = count.valueBlock.valueDec
  budget.spend(2 * iterations)
  const how = { password, salt: new Uint8Array(salt.getValue()), iterations, hash: 'sha1' } as const
  const key = binary(pkcs12Key(how, purpose.key, cipher.keyBytes))
  const decipher = cipher.start(key, binary(pkcs12Key(how, purpose.iv, 8)))
  decipher.update(forge.util.createBuffer(binary(data)))
  return data.length % 8 === 0 && decipher.finish() ? fromBinary(decipher.output.getBytes()) : undefined
}

/**
 * Closes bytes under a password: PBES2 with AES-256-CBC and PBKDF2 on HMAC-SHA-256, as OpenSSL 3 does.
 */
export function encrypt(plain: Uint8Array, password: string, iterations: number): Sealed {
  const salt = randomBytes(16)
  const iv = randomBytes(16)
  const key = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return {
    algorithm: pbes2Identifier(salt, iterations, iv),
    data: new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final()])),
  }
}

function pbes2Identifier(salt: Uint8Array, iterations: number, iv: Uint8Array): AlgorithmIdentifier {
  const kdf = new PBKDF2Params({
    salt: new asn1js.OctetString({ valueHex: Uint8Array.from(salt) }),
    iterationCount: iterations,
    prf: new AlgorithmIdentifier({ algorithmId: hmacSha256, algorithmParams: new asn1js.Null() }),
  })
  const params = new PBES2Params({
    keyDerivationFunc: new AlgorithmIdentifier({ algorithmId: oids.pbkdf2, algorithmParams: kdf.toSchema() }),
    encryptionScheme: new AlgorithmIdentifier({
      algorithmId: aes256,
      algorithmParams: new asn1js.OctetString({ valueHex: Uint8Array.from(iv) }),
    }),
  })
  return new AlgorithmIdentifier({ algorithmId: oids.pbes2, algorithmParams: params.toSchema() })
}

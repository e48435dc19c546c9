import { X509Certificate } from 'node:crypto'
import type { AlgorithmName } from './algorithms.ts'
import { arrange } from './chain.ts'
import { error } from './codes.ts'
import { checkedIterations } from './encryption.ts'
import { nativeSigner } from './native.ts'
import { readContainer } from './pkcs12-read.ts'
import { writeContainer } from './pkcs12-write.ts'
import { type CheckedKey, readPkcs8 } from './private-key.ts'
import type { Identity } from './signer.ts'
import { importPkcs8, type SoftwareKey } from './software.ts'

/** What a PKCS#12 container holds, put in order. */
export interface Pkcs12Identity extends Identity {
  /** The name a person gave the key. */
  readonly friendlyName?: string
  /** Certificates in the container that belong neither to the key nor to its chain, DER. */
  readonly others: readonly Uint8Array[]
}

/** How a PKCS#12 container is opened. */
export interface OpenOptions {
  /** How an RSA key shall sign; PS256 unless told. For other keys it must be the one that fits. */
  readonly algorithm?: AlgorithmName
  /** Hand out the key itself as well, as `key`. */
  readonly extractable?: boolean
}

/**
 * Opens a PKCS#12 container (RFC 7292), as certification authorities hand them out: encrypted by PBES2
 * (AES or 3DES in CBC mode, any HMAC of SHA-1 or SHA-2) or by the older PKCS#12 schemes with RC2 or 3DES;
 * MAC by SHA-1 or SHA-2, or none. It must hold exactly one private key, and a certificate for it.
 *
 * Bounded: at most 1 MiB, 256 bags, 4 levels and 2,000,000 derivation steps in all. Deriving keys takes
 * the calling thread about 4 µs a step for the MAC and the older schemes, 0.3 µs for PBES2.
 *
 * @param password may be empty, and any Unicode text
 * @throws VaultError `pkcs12-password-wrong`, `pkcs12-second-password`, `pkcs12-is-other`, `pkcs12-unreadable`,
 *   `pkcs12-integrity-unknown`, `pkcs12-too-large`, `pkcs12-too-many-bags`, `pkcs12-no-key`, `pkcs12-several-keys`,
 *   `pkcs12-no-certificate`, `pkcs12-certificate-unreadable`, `key-encryption-unknown`, `key-iterations-exceeded`,
 *   and what {@link nativeSigner} says of the key
 */
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
  options: OpenOptions & { readonly extractable: true },
): Promise<Pkcs12Identity & { readonly key: SoftwareKey }>
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
  options?: OpenOptions,
): Promise<Pkcs12Identity>
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
  { algorithm, extractable = false }: OpenOptions = {},
): Promise<Pkcs12Identity> {
  const { keys, certificates, friendlyName } = readContainer(bytes, password)
  const { pkcs8, checked } = onlyKey(keys, algorithm)
  const { certificate, chain, others } = arrange(checked.key, certificates)
  const identity = {
    signer: nativeSigner(checked.key, checked.algorithm),
    certificate,
    chain,
    others,
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(extractable ? { key: await importPkcs8(pkcs8, { algorithm: checked.algorithm }) } : {}),
  }
  for (const key of keys) key.fill(0)
  return identity
}

/** The one key of a container. The same key twice is one key. */
function onlyKey(keys: readonly Uint8Array[], algorithm: AlgorithmName | undefined) {
  const distinct = new Map<string, { pkcs8: Uint8Array; checked: CheckedKey }>()
  for (const pkcs8 of keys) {
    const checked = readPkcs8(pkcs8, algorithm)
    distinct.set(Buffer.from(checked.publicKey).toString('base64'), { pkcs8, checked })
  }
  const [only, ...more] = distinct.values()
  if (!only) throw error('pkcs12-no-key')
  if (more.length > 0) throw error('pkcs12-several-keys', { count: distinct.size })
  return only
}

/** What goes into a new container. */
export interface Pkcs12Contents {
  readonly key: SoftwareKey
  /** The key's certificate, DER. */
  readonly certificate: Uint8Array
  /** Its issuers, DER. */
  readonly chain?: readonly Uint8Array[]
}

/** How a PKCS#12 container is made. */
export interface CreateOptions {
  /** Steps of each key derivation, 1,000 to 600,000; 100,000 unless told. */
  readonly iterations?: number
  /** A name for the key that other programs show. */
  readonly friendlyName?: string
}

/**
 * Writes a PKCS#12 container that OpenSSL 3 and Java 17 read: PBES2 with AES-256-CBC and HMAC-SHA-256,
 * MAC with SHA-256. Java opens it only when the password is plain ASCII.
 *
 * @throws VaultError `pkcs12-certificate-mismatch`, `pkcs12-certificate-unreadable`, `key-iterations-out-of-range`
 */
export async function createPkcs12(
  { key, certificate, chain = [] }: Pkcs12Contents,
  password: string,
  { iterations, friendlyName }: CreateOptions = {},
): Promise<Uint8Array> {
  const steps = checkedIterations(iterations)
  const pkcs8 = await key.exportPkcs8()
  refuseForeignCertificate(pkcs8, certificate)
  const certificates = [certificate, ...chain]
  const bytes = writeContainer({ key: pkcs8, certificates, friendlyName, iterations: steps }, password)
  pkcs8.fill(0)
  return bytes
}

function refuseForeignCertificate(pkcs8: Uint8Array, certificate: Uint8Array): void {
  const { key } = readPkcs8(pkcs8)
  let x509: X509Certificate
  try {
    x509 = new X509Certificate(certificate)
  } catch {
    throw error('pkcs12-certificate-unreadable')
  }
  if (!x509.checkPrivateKey(key)) throw error('pkcs12-certificate-mismatch')
}

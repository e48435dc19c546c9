import { randomBytes } from 'node:crypto'
import type { AlgorithmName, Identity, Signer } from '@licencevault/keys'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey, importPkcs8, type SoftwareKey } from '@licencevault/keys/software'
import { type Extension, extension, type KeyUsage, type Name, signCertificate } from './certificate.ts'

export { pemOf } from '@licencevault/keys'
export type { Extension, KeyUsage, Name }

/** What any certificate made here may be told. What is left out is made as a good CA would. */
export interface CertificateOptions {
  /** ES256 unless told. */
  readonly algorithm?: AlgorithmName
  /** An existing key (PKCS#8, DER) instead of a new one, so that a second run makes the same CA. */
  readonly key?: Uint8Array
  /** What the certificate says is its key, SubjectPublicKeyInfo, to make a wrong one on purpose. */
  readonly publicKey?: Uint8Array
  /** Positive, at most 20 bytes; random unless told. */
  readonly serial?: Uint8Array
  /** One day ago unless told. */
  readonly notBefore?: Date
  /** Ten years (CA) or two years (leaf) after `notBefore` unless told. */
  readonly notAfter?: Date
  /** Critical. `[]` writes an empty bit string. */
  readonly keyUsage?: readonly KeyUsage[]
  /** OIDs; left out unless told. */
  readonly extendedKeyUsage?: readonly string[]
  /** Further extensions, after the usual ones: an unknown critical one makes a certificate nobody may accept. */
  readonly extensions?: readonly Extension[]
  /** Usual extensions to leave out, to make a wrong certificate on purpose. */
  readonly without?: readonly Usual[]
}

export interface CaOptions extends CertificateOptions {
  /** The CA's name, or only its CN. */
  readonly name: string | Name
  /** How many CAs may follow below; no limit unless told. */
  readonly pathLength?: number
  /** `false` makes a CA whose certificate denies being one. */
  readonly ca?: boolean
}

export interface LeafOptions extends CertificateOptions {
  readonly subject: Name
}

type Usual = 'basicConstraints' | 'keyUsage' | 'subjectKeyIdentifier' | 'authorityKeyIdentifier'

/** What a CA hands out: a fast signer, its certificate and chain, and the key itself for storing. */
export interface IssuedIdentity extends Identity {
  readonly key: SoftwareKey
}

/** A certification authority for tests: it really signs, and keeps its key in memory. */
export interface TestCa extends IssuedIdentity {
  /** Makes a key and a certificate for it. The chain holds this CA and those above it, the root last. */
  issue(options: LeafOptions): Promise<IssuedIdentity>
  /** Makes a CA below this one. */
  subCa(options: CaOptions): Promise<TestCa>
}

/**
 * Makes a root CA.
 *
 * @example
 * const root = await createCa({ name: { CN: '根证书', C: 'CN' } })
 * const seal = await root.issue({ subject: { CN: '市场监督管理局电子印章' } })
 */
export async function createCa(options: CaOptions): Promise<TestCa> {
  return makeCa(options)
}

async function makeCa(options: CaOptions, parent?: Issuer): Promise<TestCa> {
  const name = typeof options.name === 'string' ? { CN: options.name } : options.name
  const usual = [
    extension.basicConstraints(options.ca ?? true, options.pathLength),
    extension.keyUsage(options.keyUsage ?? ['keyCertSign', 'cRLSign']),
  ]
  const identity = await certify(name, options, { usual, years: 10, parent })
  const issuer: Issuer = { name, identity }
  return Object.freeze({
    ...identity,
    issue: (leaf: LeafOptions) => issueLeaf(leaf, issuer),
    subCa: (below: CaOptions) => makeCa(below, issuer),
  })
}

function issueLeaf(options: LeafOptions, parent: Issuer): Promise<IssuedIdentity> {
  const usual = [
    extension.basicConstraints(false),
    extension.keyUsage(options.keyUsage ?? ['digitalSignature', 'nonRepudiation']),
  ]
  return certify(options.subject, options, { usual, years: 2, parent })
}

interface Issuer {
  readonly name: Name
  readonly identity: IssuedIdentity
}

interface Making {
  readonly usual: readonly Extension[]
  readonly years: number
  readonly parent: Issuer | undefined
}

async function certify(subject: Name, options: CertificateOptions, making: Making): Promise<IssuedIdentity> {
  const { key, signer } = await keyOf(options)
  const { parent } = making
  const notBefore = options.notBefore ?? new Date(Date.now() - 86_400_000)
  const issuerKey: Signer = parent?.identity.signer ?? signer
  const certificate = await signCertificate({
    issuer: parent?.name ?? subject,
    issuerKey,
    subject,
    publicKey: options.publicKey ?? signer.publicKey,
    serial: options.serial ?? randomSerial(),
    notBefore,
    notAfter: options.notAfter ?? yearsLater(notBefore, making.years),
    extensions: extensionsOf(options, making.usual, signer.publicKey, issuerKey.publicKey),
  })
  const chain = parent ? [parent.identity.certificate, ...parent.identity.chain] : []
  return { signer, key, certificate, chain }
}

async function keyOf({ key: pkcs8, algorithm = 'ES256' }: CertificateOptions) {
  const key = pkcs8 ? await importPkcs8(pkcs8, { algorithm }) : await generateKey(algorithm)
  return { key, signer: nativeSigner(await key.exportPkcs8(), algorithm) }
}

function extensionsOf(
  options: CertificateOptions,
  usual: readonly Extension[],
  publicKey: Uint8Array,
  issuerKey: Uint8Array,
): Extension[] {
  const all: Extension[] = [
    ...usual,
    extension.subjectKeyIdentifier(publicKey),
    extension.authorityKeyIdentifier(issuerKey),
  ]
  const unwanted = new Set((options.without ?? []).map((name) => usualOids[name]))
  return [
    ...all.filter(({ oid }) => !unwanted.has(oid)),
    ...(options.extendedKeyUsage ? [extension.extendedKeyUsage(options.extendedKeyUsage)] : []),
    ...(options.extensions ?? []),
  ]
}

const usualOids: Readonly<Record<Usual, string>> = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
}

/** 16 random bytes, the first neither zero nor negative. */
function randomSerial(): Uint8Array {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

function yearsLater(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}

import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type AlgorithmName, pemOf, type Signer } from '@licencevault/keys'
import { nativeSigner } from '@licencevault/keys/native'
import { generateKey, importPem, type SoftwareKey } from '@licencevault/keys/software'
import { attribute, type CertificateRequest, certify, type Issuer, type Subject } from './certify.ts'

/** A CA whose key and certificate lie in two files: for development alone. */
export interface DevelopmentCa extends Required<Issuer> {
  /** Makes a new key and a certificate for it. */
  issue(request: Leaf): Promise<Issued>
}

type Leaf = Pick<CertificateRequest, 'subject' | 'extendedKeyUsage' | 'reachedBy'>

interface Issued {
  readonly key: SoftwareKey
  readonly certificate: Uint8Array
}

const day = 86_400_000

/** Opens the CA, or makes it if its files are missing. */
export async function openDevelopmentCa(
  files: { readonly certificate: string; readonly key: string },
  name: string,
): Promise<DevelopmentCa> {
  if (!existsSync(files.certificate)) await makeCa(files, name)
  const signer = await signerOf(await importPem(await readFile(files.key, 'utf8')))
  const certificate = derOf(await readFile(files.certificate, 'utf8'))
  return {
    signer,
    certificate,
    async issue(request) {
      const key = await generateKey('ES256')
      const period = periodOf(2)
      return {
        key,
        certificate: await certify(
          { ...request, ...period, publicKey: key.publicKey },
          { signer, certificate },
        ),
      }
    },
  }
}

async function makeCa(
  files: { readonly certificate: string; readonly key: string },
  name: string,
): Promise<void> {
  const key = await generateKey('ES256')
  const subject: Subject = [
    [attribute.country, 'CN'],
    [attribute.organization, 'licencevault development'],
    [attribute.commonName, name],
  ]
  const request = { subject, publicKey: key.publicKey, ca: true, ...periodOf(10) }
  const certificate = await certify(request, { signer: await signerOf(key) })
  await writeSecret(files.key, await key.exportPem())
  await writeOpen(files.certificate, pemOf(certificate, 'CERTIFICATE'))
}

/** Begins a day ago, since clocks differ. */
function periodOf(years: number): Pick<CertificateRequest, 'notBefore' | 'notAfter'> {
  const notBefore = new Date(Date.now() - day)
  return { notBefore, notAfter: new Date(notBefore.getTime() + years * 365 * day) }
}

export async function signerOf(key: SoftwareKey, algorithm?: AlgorithmName): Promise<Signer> {
  return nativeSigner(await key.exportPkcs8(), algorithm)
}

/** The first certificate of a PEM text, DER. */
export function derOf(pem: string): Uint8Array {
  const base64 = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END/.exec(pem)?.[1] ?? ''
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/** Readable by this user alone. */
export async function writeSecret(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, content, { mode: 0o600 })
}

export async function writeOpen(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content, { mode: 0o644 })
}

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { error } from './codes.ts'
import type { Settings } from './settings.ts'

/** Tells whoever listens which certificates hold, and again when they change. */
interface Provider {
  addCaCertificateListener(listener: (update: { caCertificate: Buffer } | null) => void): void
  removeCaCertificateListener(listener: (update: { caCertificate: Buffer } | null) => void): void
  addIdentityCertificateListener(listener: IdentityListener): void
  removeIdentityCertificateListener(listener: IdentityListener): void
}

type IdentityListener = (update: { certificate: Buffer; privateKey: Buffer } | null) => void

/** The service's certificate and the CA of its clients, as the gRPC library asks for them. */
export interface ServerCertificate {
  readonly provider: Provider
  /** The client CA, DER. */
  readonly clientCa: Uint8Array
  close(): void
}

/**
 * Reads certificate, key and client CA, and again when their files change. Half a change is no change: a
 * certificate whose key is not there yet waits, and the good pair before it stays.
 *
 * @param lookEvery milliseconds between two looks at the files
 * @throws VaultError `key-file-missing`, `key-file-wrong`
 */
export async function openServerCertificate(
  tls: Settings['tls'],
  lookEvery = 10_000,
): Promise<ServerCertificate> {
  let current = await readTls(tls)
  let stamp = await stampOf(tls)
  const listeners = new Set<IdentityListener>()
  const look = async () => {
    const seen = await stampOf(tls)
    if (seen === stamp) return
    current = await readTls(tls)
    stamp = seen
    for (const listener of listeners) listener(current.identity)
  }
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    // The pair may be in the middle of being changed, or wrong: the good one stays, and is looked for again.
    await look().catch(() => {})
    busy = false
  }, lookEvery)
  timer.unref()
  const provider: Provider = {
    // The library hears only what it is told after it has finished asking.
    addCaCertificateListener: (listener) => queueMicrotask(() => listener({ caCertificate: current.ca })),
    removeCaCertificateListener: () => {},
    addIdentityCertificateListener(listener) {
      listeners.add(listener)
      queueMicrotask(() => listener(current.identity))
    },
    removeIdentityCertificateListener: (listener) => listeners.delete(listener),
  }
  return {
    provider,
    clientCa: new Uint8Array(new X509Certificate(current.ca).raw),
    close: () => clearInterval(timer),
  }
}

async function readTls({ cert, key, clientCa }: Settings['tls']) {
  const [certificate, privateKey, ca] = await Promise.all([read(cert), read(key), read(clientCa)])
  const x509 = naming(cert, () => new X509Certificate(certificate))
  naming(clientCa, () => new X509Certificate(ca))
  if (!x509.checkPrivateKey(naming(key, () => createPrivateKey(privateKey)))) {
    throw error('key-file-wrong', { file: key, why: 'it is not the key of the certificate' })
  }
  return { identity: { certificate, privateKey }, ca }
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw error('key-file-missing', { file }, { cause })
  }
}

function naming<T>(file: string, parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw error('key-file-wrong', { file, why: 'it is not PEM of the right kind' }, { cause })
  }
}

async function stampOf({ cert, key }: Settings['tls']): Promise<string> {
  const [a, b] = await Promise.all([stat(cert), stat(key)])
  return `${a.mtimeMs} ${a.size} ${b.mtimeMs} ${b.size}`
}

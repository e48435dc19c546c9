import { readFile, stat } from 'node:fs/promises'
import * as asn1js from 'asn1js'
import { Certificate, CertificateRevocationList } from 'pkijs'
import { error } from './codes.ts'

/** What a revocation list of the client CA says. */
export interface RevocationList {
  /** Serial numbers, lower-case hex without leading zeros. */
  readonly serials: readonly string[]
  /** When the next one is due; absent means that nobody said. */
  readonly nextUpdate?: Date
}

/** A list of a large CA has some 200,000 certificates. */
const maxBytes = 32 * 1024 * 1024

/** Reads a list (DER or PEM) and checks that the CA (DER) signed it. Throws what is wrong with it. */
export async function readRevocationList(bytes: Uint8Array, ca: Uint8Array): Promise<RevocationList> {
  if (bytes.length > maxBytes) throw new RangeError('the revocation list is too large')
  const parsed = asn1js.fromBER(exact(derOf(bytes)), { maxNodes: 5_000_000 })
  const list = new CertificateRevocationList({ schema: parsed.result })
  const issuerCertificate = Certificate.fromBER(exact(ca))
  if (!(await list.verify({ issuerCertificate }))) throw new RangeError('the CA did not sign it')
  return {
    serials: (list.revokedCertificates ?? []).map(({ userCertificate }) =>
      plain(Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')),
    ),
    ...(list.nextUpdate ? { nextUpdate: list.nextUpdate.value } : {}),
  }
}

/** The file of a revocation list, read again whenever it changes. */
export interface Revocations {
  /**
   * Whether a certificate is on the list, by its serial number in hex.
   *
   * @throws VaultError `revocation-list-stale` when no current list can be had: nobody is let in on a guess
   */
  revoked(serial: string): Promise<boolean>
}

/** Looks at the file at most once a second; without a file nothing is ever revoked. */
export function watchRevocations(file: string, ca: Uint8Array, clock: () => Date): Revocations {
  if (file === '') return { revoked: async () => false }
  let current:
    | { readonly stamp: string; readonly serials: ReadonlySet<string>; readonly nextUpdate?: Date }
    | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    const { mtimeMs, size, ino } = await stat(file)
    const stamp = `${mtimeMs} ${size} ${ino}`
    if (current?.stamp === stamp) return
    const { serials, nextUpdate } = await readRevocationList(await readFile(file), ca)
    current = { stamp, serials: new Set(serials), ...(nextUpdate && { nextUpdate }) }
  }

  return {
    async revoked(serial) {
      const now = clock().getTime()
      if (now - lookedAt >= 1_000 || current === undefined) {
        looking ??= look().finally(() => {
          lookedAt = now
          looking = undefined
        })
        await looking.catch(() => {
          // A list that was good stays so until its next update is due; a file half written is read again.
          if (current === undefined)
            throw error('revocation-list-stale', { why: 'missing or unreadable', whyZh: '缺失或无法读取' })
        })
      }
      if (!current || (current.nextUpdate && current.nextUpdate.getTime() < now)) {
        throw error('revocation-list-stale', { why: 'out of date', whyZh: '已过期' })
      }
      return current.serials.has(plain(serial))
    },
  }
}

const plain = (hex: string) => hex.toLowerCase().replace(/^0+(?=.)/, '')

function derOf(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes
  const base64 =
    /-----BEGIN X509 CRL-----([\s\S]*?)-----END/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? ''
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

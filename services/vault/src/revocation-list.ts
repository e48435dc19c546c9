import { readFile, stat } from 'node:fs/promises'
import { algorithms } from '@licencevault/keys'
import { type Certificate, type Crl, readCertificate, readCrl, verifySignature } from '@licencevault/signing'
import { error } from './codes.ts'

/** Reads a list (DER or PEM) and checks that the CA signed it, whole and for all of its certificates. */
async function readRevocationList(bytes: Uint8Array, ca: Certificate): Promise<Crl> {
  const list = readCrl(derOf(bytes))
  const { entries, issuer, delta, scope, unknown } = list
  const partial = delta || scope !== undefined || entries.indirect
  if (partial || unknown.length > 0 || entries.unknown.length > 0) {
    throw new RangeError('it is no list of all certificates of one CA')
  }
  if (!issuer.equals(ca.subject)) throw new RangeError('another CA made it')
  if (!(await isSignedBy(list, ca))) throw new RangeError('the CA did not sign it')
  return list
}

async function isSignedBy({ tbs, signature, signatureAlgorithm }: Crl, ca: Certificate): Promise<boolean> {
  const known = Object.values(algorithms).find(({ signatureOid }) => signatureOid === signatureAlgorithm.oid)
  return known !== undefined && verifySignature(known.name, ca.publicKeyInfo, tbs, signature)
}

/** The file of a revocation list, read again whenever it changes. */
export interface Revocations {
  /**
   * Whether a certificate is on the list, by its serial number.
   *
   * @throws VaultError `revocation-list-stale` when no current list can be had: nobody is let in on a guess
   */
  revoked(serial: Uint8Array): Promise<boolean>
}

/** Looks at the file at most once a second; without a file nothing is ever revoked. */
export function watchRevocations(file: string, ca: Uint8Array, clock: () => Date): Revocations {
  if (file === '') return { revoked: async () => false }
  const issuer = readCertificate(ca)
  let current: { readonly stamp: string; readonly list: Crl } | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    const { mtimeMs, size, ino } = await stat(file)
    const stamp = `${mtimeMs} ${size} ${ino}`
    if (current?.stamp === stamp) return
    current = { stamp, list: await readRevocationList(await readFile(file), issuer) }
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
      const due = current?.list.nextUpdate?.getTime()
      if (!current || (due !== undefined && due < now)) {
        throw error('revocation-list-stale', { why: 'out of date', whyZh: '已过期' })
      }
      return current.list.entries.find(serial) !== undefined
    },
  }
}

function derOf(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes
  const base64 =
    /-----BEGIN X509 CRL-----([\s\S]*?)-----END/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? ''
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { VaultError } from '@licencevault/errors'
import type { Identity, Signer } from '@licencevault/keys'
import { openPkcs12 } from '@licencevault/keys/pkcs12'
import { importPem } from '@licencevault/keys/software'
import { error } from './codes.ts'
import { signerOf } from './development/authority.ts'
import { makeDevelopmentKeys, makeDevelopmentSeal } from './development/seals.ts'
import type { Settings } from './settings.ts'

/**
 * The key folder: `ledger.pem` and `paper.pem` (Ed25519, encrypted PKCS#8), `publisher.p12`, a seal a
 * authority as `seals/<USCC>.p12`, and `personal.key` (64 hex digits). No key of it is ever logged.
 */
export interface Keys {
  readonly ledger: Signer
  readonly paper: Signer
  /** Absent where lists are published elsewhere. */
  readonly publisher?: Identity
  /** Finds holders and numbers, and closes the personal part of the rows. */
  readonly personal: Uint8Array
  /** The CAs under which seals and publisher stand, DER. */
  readonly roots: readonly Uint8Array[]
  /** Throws VaultError `seal-missing`, `key-file-wrong`. */
  sealOf(authority: string): Promise<Identity>
  /** Where keys may be made: the seal of an authority, made if it has none yet. */
  readonly makeSeal?: (authority: string, name: string) => Promise<Identity>
}

/** @throws VaultError `key-file-missing`, `key-file-wrong` */
export async function openKeys({ keys, development }: Settings): Promise<Keys> {
  if (development) await makeDevelopmentKeys(keys)
  const { folder, passwordFile, roots } = keys
  const password = (await readKeyFile(passwordFile)).toString('utf8').trim()
  const publisher = join(folder, 'publisher.p12')
  const seals = sealRoom(folder, password)
  return {
    ledger: await ed25519Of(join(folder, 'ledger.pem'), password),
    paper: await ed25519Of(join(folder, 'paper.pem'), password),
    ...(existsSync(publisher) ? { publisher: await identityOf(publisher, password) } : {}),
    personal: personalOf((await readKeyFile(join(folder, 'personal.key'))).toString('latin1').trim(), folder),
    roots: await Promise.all(roots.map(certificateOf)),
    sealOf: seals.sealOf,
    ...(development
      ? {
          async makeSeal(authority, name) {
            await makeDevelopmentSeal(keys, password, authority, name)
            return seals.sealOf(authority)
          },
        }
      : {}),
  }
}

/** Opens each seal when it is first asked for: opening takes half a second, keeping it costs nothing. */
function sealRoom(folder: string, password: string): Pick<Keys, 'sealOf'> {
  const open = new Map<string, Promise<Identity>>()
  return {
    sealOf(authority) {
      // What names a file is checked before it does.
      const file = join(folder, 'seals', `${authority}.p12`)
      if (!/^[0-9A-Z]{18}$/.test(authority) || !existsSync(file)) {
        return Promise.reject(error('seal-missing', { authority }))
      }
      const known = open.get(authority) ?? identityOf(file, password)
      open.set(authority, known)
      // A file that was wrong may be mended while the service runs.
      known.catch(() => open.delete(authority))
      return known
    },
  }
}

async function readKeyFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw error('key-file-missing', { file }, { cause })
  }
}

async function ed25519Of(file: string, password: string): Promise<Signer> {
  const pem = (await readKeyFile(file)).toString('latin1')
  return naming(file, async () => signerOf(await importPem(pem, { password, algorithm: 'Ed25519' })))
}

async function identityOf(file: string, password: string): Promise<Identity> {
  const bytes = new Uint8Array(await readKeyFile(file))
  return naming(file, () => openPkcs12(bytes, password))
}

/** DER or PEM. */
async function certificateOf(file: string): Promise<Uint8Array> {
  const bytes = await readKeyFile(file)
  try {
    return new Uint8Array(new X509Certificate(bytes).raw)
  } catch (cause) {
    throw error('key-file-wrong', { file, why: 'it is no certificate' }, { cause })
  }
}

function personalOf(hex: string, folder: string): Uint8Array {
  if (!/^[0-9a-f]{64,}$/i.test(hex)) {
    throw error('key-file-wrong', { file: join(folder, 'personal.key'), why: 'it has not 64 hex digits' })
  }
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

async function naming<T>(file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause
    throw error('key-file-wrong', { file, why: cause.code }, { cause })
  }
}

import { mkdir } from 'node:fs/promises'
import {
  type Archive,
  type ArchiveOptions,
  type Certify,
  clamd,
  type FormatName,
  openArchive,
  type Scanner,
} from '@licencevault/archive'
import { notoFonts } from '@licencevault/document/noto'
import { VaultError } from '@licencevault/errors'
import { type Ledger, openLedger } from '@licencevault/ledger'
import type { Blobs, Db } from '@licencevault/stores'
import { openVault, type Vault, type VaultOptions } from '@licencevault/vault'
import { openPrinters } from '@licencevault/vault/printers'
import type { ListedAuthority } from '@licencevault/verify'
import type { Keys } from './keys.ts'
import type { Settings } from './settings.ts'

/** The core with its adapters, open. */
export interface OpenOffice {
  readonly vault: Vault
  readonly archive: Archive
  readonly ledger: Ledger
  /** The CAs under which seals stand, DER. */
  readonly sealRoots: readonly Uint8Array[]
  /**
   * What an authority is to be listed with where its description leaves it open: this vault's paper key, this
   * vault's ledger for the receipts it asks for, and in development a seal.
   */
  fillIn(authority: ListedAuthority): Promise<ListedAuthority>
  close(): Promise<void>
}

/** The ports with their adapters, and what the vault is opened with. */
interface Core {
  readonly options: VaultOptions
  close(): Promise<void>
}

/** The only place where adapters meet the core. Throws what a store throws that is not there. */
export async function openOffice(settings: Settings, keys: Keys): Promise<OpenOffice> {
  const { options, close } = await openCore(settings, keys)
  const { db, blobs, ledger, clock } = options
  try {
    const vault = await openVault(options)
    const validityOf = validityIn(vault)
    const ports = { db, blobs, ledger, clock, validityOf, roots: keys.roots }
    const certify = sealIn(keys, settings.archive.authority)
    const archive = await openRecordsRoom(settings, { ...ports, certify })
    return {
      vault,
      archive,
      ledger,
      sealRoots: keys.roots,
      fillIn: (authority) => fillIn(authority, { keys, ledger, settings }),
      close,
    }
  } catch (problem) {
    await close()
    throw problem
  }
}

/** Opens stores and ledger, and no room over them. */
export async function openCore(settings: Settings, keys: Keys): Promise<Core> {
  const { ledger: log, verifyUrl, keeper } = settings
  const clock = () => new Date()
  const db = await openDatabase(settings)
  const printer = openPrinters({ workers: settings.printing.workers })
  try {
    const blobs = await openDocuments(settings)
    const ledger = await openLedger({ db, blobs, signer: keys.ledger, name: log.name, clock })
    const options: VaultOptions = {
      db,
      blobs,
      ledger,
      keeper,
      sealOf: keys.sealOf,
      paperKey: keys.paper,
      ...(keys.publisher ? { publisher: keys.publisher } : {}),
      roots: keys.roots,
      fonts: notoFonts(),
      printer,
      clock,
      verifyUrl,
      personalKey: keys.personal,
    }
    return {
      options,
      async close() {
        await ledger.close()
        await printer.close()
        await db.close()
      },
    }
  } catch (problem) {
    await db.close()
    throw problem
  }
}

interface RecordsPorts
  extends Pick<ArchiveOptions, 'db' | 'blobs' | 'ledger' | 'clock' | 'validityOf' | 'certify'> {
  readonly roots: readonly Uint8Array[]
}

/** The archive knows no vault: they share stores and ledger, and it reads in the ledger what becomes of licences. */
async function openRecordsRoom({ archive }: Settings, { roots, ...ports }: RecordsPorts): Promise<Archive> {
  const { authority, zone, spool, clamd: address, formats } = archive
  await mkdir(spool, { recursive: true, mode: 0o700 })
  const scanner = scannerAt(address)
  const filing = {
    spool,
    roots,
    acceptedFormats: formats as readonly FormatName[],
    ...(scanner && { scanner }),
  }
  return openArchive({ ...ports, authority, zone, filing })
}

/** Licences of which nobody can say it: they count as in force. */
const untold: ReadonlySet<string> = new Set(['licence-unknown', 'licence-lost', 'row-altered'])

/** Until when a licence counts, which its entry in the ledger does not say. */
export function validityIn({ issue }: Vault): (identifier: string) => Promise<string | null | undefined> {
  const caller = { application: 'archive', role: 'operator' } as const
  return async (identifier) => {
    try {
      return (await issue.get(caller, identifier)).validity.until
    } catch (problem) {
      if (problem instanceof VaultError && untold.has(problem.code)) return undefined
      throw problem
    }
  }
}

/** The seal of the body that keeps the archive, as soon as it lies in the key folder. */
function sealIn({ sealOf }: Keys, authority: string): Certify {
  return async () => {
    try {
      return await sealOf(authority)
    } catch (problem) {
      if (problem instanceof VaultError && problem.code === 'seal-missing') return undefined
      throw problem
    }
  }
}

/** A path of a socket, or `host:port`; empty for no scanner. */
function scannerAt(address: string): Scanner | undefined {
  if (address === '') return undefined
  if (address.startsWith('/')) return clamd({ path: address })
  const cut = address.lastIndexOf(':')
  return clamd({ host: address.slice(0, cut), port: Number(address.slice(cut + 1)) })
}

/** Adapters are loaded when they are chosen: an embedded vault loads no client of a server. */
async function openDatabase({ database }: Settings): Promise<Db> {
  if (database.engine === 'postgres') {
    const { openPostgres } = await import('@licencevault/stores/postgres')
    return openPostgres(database.url)
  }
  const { openSqlite } = await import('@licencevault/stores/sqlite')
  return openSqlite(database.file)
}

async function openDocuments({ documents }: Settings): Promise<Blobs> {
  if (documents.store === 's3') {
    const { openS3 } = await import('@licencevault/stores/s3')
    const { endpoint, bucket, region, accessKey, secretKey } = documents
    return openS3({ endpoint, bucket, region, accessKey, secretKey })
  }
  const { openFolder } = await import('@licencevault/stores/folder')
  return openFolder(documents.folder)
}

async function fillIn(
  authority: ListedAuthority,
  { keys, ledger, settings }: { readonly keys: Keys; readonly ledger: Ledger; readonly settings: Settings },
): Promise<ListedAuthority> {
  const { code, name, sealCertificates, paperKeys, receipts } = authority
  const seal = sealCertificates.length === 0 ? await keys.makeSeal?.(code, name.zh) : undefined
  const paperKey = { publicKey: keys.paper.publicKey, from: settings.keys.paperSince, to: null }
  return {
    ...authority,
    sealCertificates: seal ? [seal.certificate] : sealCertificates,
    paperKeys: paperKeys.length > 0 ? paperKeys : [paperKey],
    ...(receipts ? { receipts: { ...receipts, ledger: receipts.ledger || ledger.name } } : {}),
  }
}

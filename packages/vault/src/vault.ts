import type { Fonts } from '@licencevault/document'
import type { Identity, Signer } from '@licencevault/keys'
import type { Ledger } from '@licencevault/ledger'
import { type Blobs, blobKeys, type Db } from '@licencevault/stores'
import { openAuthenticate } from './authenticate/authenticate.ts'
import type { Authenticate } from './authenticate/room.ts'
import { openCatalogue } from './catalogue/catalogue.ts'
import type { Catalogue } from './catalogue/room.ts'
import { openDesk } from './issue/desk.ts'
import { openIssue } from './issue/issue.ts'
import type { Printer } from './issue/printer.ts'
import { recover } from './issue/recover.ts'
import type { Issue } from './issue/room.ts'
import { vault0001 } from './migrations/0001-vault.ts'
import { vault0002 } from './migrations/0002-rounds.ts'
import { vault0003 } from './migrations/0003-find.ts'
import type { Office } from './office.ts'
import { personalOf } from './personal.ts'
import { readiness } from './ready.ts'
import { type Rebuilt, rebuild } from './rebuild/rebuild.ts'
import { REBUILD, requirePersonalKey, requireWhole, setting } from './settings.ts'
import type { Status } from './status/room.ts'
import { openStatus } from './status/status.ts'

/** The office: four rooms over one ledger, one document store and one database. */
export interface Vault {
  readonly catalogue: Catalogue
  readonly issue: Issue
  readonly status: Status
  readonly authenticate: Authenticate
  /** What keeps it from working, by name; empty when it is ready. */
  ready(): Promise<readonly NotReady[]>
  /**
   * Finishes whatever was left *issuing*: call it at the start and from time to time. What cannot be
   * finished yet is told, and stays as it is.
   */
  recover(options?: { readonly signal?: AbortSignal }): Promise<Recovery>
}

export interface NotReady {
  readonly part: 'database' | 'documents' | 'ledger' | 'authority-list' | 'clock' | 'paper-key'
  readonly code: string
}

export interface Recovery {
  /** Identifiers of licences finished now. */
  readonly finished: readonly string[]
  readonly failed: readonly { readonly identifier: string; readonly code: string }[]
}

export interface VaultOptions {
  /** Its rows are trusted, but every one is bound to the ledger. */
  readonly db: Db
  /** Can lose a licence, never forge one. */
  readonly blobs: Blobs
  /** Over the same database and documents. */
  readonly ledger: Ledger
  /** USCC of the body that keeps this vault: in its name the list of authorities is published. */
  readonly keeper: string
  /** The seal of an authority, by its USCC. */
  readonly sealOf: (authority: string) => Promise<Identity>
  /** Ed25519, never a seal key. */
  readonly paperKey: Signer
  /** Seals the list of authorities; without it none is published from here. */
  readonly publisher?: Identity
  /** Certificates (DER or PEM) under which the publisher of the list stands. */
  readonly roots: readonly (Uint8Array | string)[]
  readonly fonts: Fonts
  /** Draws the pages elsewhere, such as `openPrinters` of `@licencevault/vault/printers`; here unless told. */
  readonly printer?: Printer
  readonly clock: () => Date
  /** Where the printed code leads, such as `https://licence.example/v`. */
  readonly verifyUrl: string
  /** At least 32 secret bytes: finds holders and numbers, and closes the personal part of the rows. */
  readonly personalKey: Uint8Array
}

/**
 * Opens the office: makes or brings forward its tables, and holds the personal key against the one that the
 * rows were written with. Finishes nothing by itself: call `recover` next.
 *
 * @throws VaultError `personal-key-short`, `personal-key-wrong`, `rebuild-needed`, `rebuild-unfinished`, and what
 *   the database throws
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const office = await openOffice(options)
  await requireWhole(office)
  const catalogue = openCatalogue(office)
  const desk = openDesk(office, catalogue)
  return Object.freeze<Vault>({
    catalogue,
    issue: openIssue(office, catalogue, desk),
    status: openStatus(office, desk),
    authenticate: openAuthenticate(office, catalogue),
    ready: () => readiness(office, catalogue),
    recover: (how = {}) => recover(office, desk, how),
  })
}

/**
 * Brings a database that was lost back from the documents alone: an empty one gets the rows of the ledger and
 * of the office. What is cut short goes on when it is called again. No other process may have either open;
 * afterwards call {@link openVault}, and its `recover`.
 *
 * @throws VaultError `vault-not-empty`, `personal-key-…`, and what ledger and stores throw
 */
export async function rebuildVault(
  options: VaultOptions,
  how: { readonly signal?: AbortSignal } = {},
): Promise<Rebuilt> {
  return rebuild(await openOffice(options), how)
}

async function openOffice(options: VaultOptions): Promise<Office> {
  const { db, ledger, personalKey } = options
  await db.migrate('vault', { '0001-vault': vault0001, '0002-rounds': vault0002, '0003-find': vault0003 })
  const personal = personalOf(personalKey)
  await requirePersonalKey({ db, personal })
  const rebuilt = (await setting({ db }, REBUILD.done)) !== undefined
  return { ...options, keys: blobKeys(ledger.name), personal, rebuilt }
}

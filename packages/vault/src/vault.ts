import type { Fonts } from '@licencevault/document'
import type { Identity, Signer } from '@licencevault/keys'
import type { Authenticate } from './authenticate/room.ts'
import type { Catalogue } from './catalogue/room.ts'
import type { Issue } from './issue/room.ts'
import type { Status } from './status/room.ts'

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
  /** The seal of an authority, by its USCC. */
  readonly sealOf: (authority: string) => Promise<Identity>
  /** Ed25519, never a seal key. */
  readonly paperKey: Signer
  /** Seals the list of authorities; without it none is published from here. */
  readonly publisher?: Identity
  /** Certificates (DER or PEM) under which the publisher of the list stands. */
  readonly roots: readonly (Uint8Array | string)[]
  readonly fonts: Fonts
  readonly clock: () => Date
  /** Where the printed code leads, such as `https://licence.example/v`. */
  readonly verifyUrl: string
  /** At least 32 secret bytes: finds holders and numbers, and closes the personal part of the rows. */
  readonly personalKey: Uint8Array
}

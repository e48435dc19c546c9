import type { Words } from '@licencevault/errors'
import { type NoteKey, readVkey } from '@licencevault/ledger/proof'
import { paperKeyId } from '@licencevault/licence'
import { type AlgorithmPolicy, type Certificate, digest, readCertificate } from '@licencevault/signing'
import type { AuthorityList, Entitlement, ListedAuthority, ListedLedger, PaperKey } from './authority-list.ts'
import { hex } from './bytes.ts'

/**
 * Whom to believe, about what, and when: one value, opened with `openTrust` and handed to every
 * verification.
 */
export interface Trust {
  /** Of the authority list. */
  readonly sequence: number
  readonly issuedAt: string
  readonly nextUpdate: string
  /** Subject of the certificate that sealed the list, RFC 4514. */
  readonly publisher: string
  /** Certificates under which seal certificates are trusted. */
  readonly roots: readonly Certificate[]
  /** Which algorithms are good enough, and until when. */
  readonly policy: AlgorithmPolicy
  /** By USCC. */
  readonly authorities: ReadonlyMap<string, TrustedAuthority>
  /** USCC of the authority that a seal certificate belongs to, by the certificate's SHA-256 in hex. */
  readonly sealOwners: ReadonlyMap<string, string>
  /** USCC of the authority whose seal bears this subject name, by the name's comparable form. */
  readonly sealSubjects: ReadonlyMap<string, string>
  /** The keys of each ledger, by its name. */
  readonly ledgers: ReadonlyMap<string, readonly TrustedLedgerKey[]>
}

/** One authority as the list names it, ready to be looked up. */
export interface TrustedAuthority {
  readonly code: string
  readonly name: Words
  /** By type code; a type may have several periods. */
  readonly entitlements: ReadonlyMap<string, readonly Entitlement[]>
  readonly receipts?: { readonly ledger: string; readonly since: string }
  /** By key id in hex. */
  readonly paperKeys: ReadonlyMap<string, TrustedPaperKey>
}

export type TrustedPaperKey = PaperKey

/** A key that signs a ledger's checkpoints, and when it is accepted. */
export interface TrustedLedgerKey {
  readonly key: NoteKey
  readonly from: string
  readonly to: string | null
}

/** Looks everything up once, so that verifying does not. */
export async function indexTrust(
  list: AuthorityList,
  publisher: string,
  roots: readonly Certificate[],
  policy: AlgorithmPolicy,
): Promise<Trust> {
  const authorities = new Map<string, TrustedAuthority>()
  const sealOwners = new Map<string, string>()
  const sealSubjects = new Map<string, string>()
  for (const listed of list.authorities) {
    authorities.set(listed.code, await indexAuthority(listed))
    for (const der of listed.sealCertificates) {
      sealOwners.set(hex(await digest('SHA-256', der)), listed.code)
      sealSubjects.set(readCertificate(der).subject.comparable, listed.code)
    }
  }
  const { sequence, issuedAt, nextUpdate } = list
  return {
    ...{ sequence, issuedAt, nextUpdate, publisher, roots, policy, authorities, sealOwners, sealSubjects },
    ledgers: indexLedgers(list.ledgers ?? []),
  }
}

function indexLedgers(ledgers: readonly ListedLedger[]): Map<string, readonly TrustedLedgerKey[]> {
  return new Map(
    ledgers.map(({ name, keys }) => [
      name,
      keys.map(({ vkey, from, to }) => ({ key: readVkey(vkey), from, to })),
    ]),
  )
}

async function indexAuthority({
  code,
  name,
  receipts,
  ...listed
}: ListedAuthority): Promise<TrustedAuthority> {
  const entitlements = new Map<string, Entitlement[]>()
  for (const entitlement of listed.licenceTypes) {
    entitlements.set(entitlement.code, [...(entitlements.get(entitlement.code) ?? []), entitlement])
  }
  const paperKeys = new Map<string, TrustedPaperKey>()
  for (const key of listed.paperKeys) paperKeys.set(hex(await paperKeyId(key.publicKey)), key)
  return { code, name, entitlements, paperKeys, ...(receipts && { receipts }) }
}

import type { Identity } from '@licencevault/keys'
import { readCertificate } from '@licencevault/signing'
import type { Trust } from '@licencevault/verify'
import { error } from '../codes.ts'
import { sha256 } from '../documents.ts'

/** What is known of a seal once its certificate was read. */
interface KnownSeal {
  readonly digest: string
  readonly notBefore: Date
  readonly notAfter: Date
}

const known = new WeakMap<Identity, KnownSeal>()

/**
 * Refuses what a verifier would refuse: by the published list the authority may issue the type now, with
 * this seal, and records it in this ledger.
 *
 * @throws VaultError `authority-not-entitled-now`, `receipts-of-another-ledger`, `seal-not-listed`,
 *   `seal-not-in-time`
 */
export function requireEntitlement(
  trust: Trust,
  { authority, type, at, ledger }: { authority: string; type: string; at: string; ledger: string },
): void {
  const listed = trust.authorities.get(authority)
  const entitled = listed?.entitlements
    .get(type)
    ?.some(({ from, to }) => from <= at && (to === null || at < to))
  if (!listed || !entitled) throw error('authority-not-entitled-now', { authority, type, at })
  const expected = listed.receipts?.ledger
  if (expected !== undefined && expected !== ledger) {
    throw error('receipts-of-another-ledger', { authority, expected, found: ledger })
  }
}

/** Throws VaultError `seal-not-listed`, `seal-not-in-time`. */
export function requireSeal(trust: Trust, authority: string, seal: Identity, at: Date): void {
  const { digest, notBefore, notAfter } = factsOf(seal)
  if (trust.sealOwners.get(digest) !== authority) throw error('seal-not-listed', { authority })
  if (at < notBefore || at > notAfter) {
    const [from, to] = [notBefore.toISOString(), notAfter.toISOString()]
    throw error('seal-not-in-time', { authority, from, to, at: at.toISOString() })
  }
}

function factsOf(seal: Identity): KnownSeal {
  const standing = known.get(seal)
  if (standing) return standing
  const { notBefore, notAfter } = readCertificate(seal.certificate)
  const facts = { digest: sha256(seal.certificate), notBefore, notAfter }
  known.set(seal, facts)
  return facts
}

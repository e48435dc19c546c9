import { sameBytes } from './asn1/strict.ts'
import { type Certificate, readCertificate } from './certificate.ts'

/**
 * Certificates read before. A city seals with a few dozen of them, so nearly every document brings
 * one that is known, and reading it again would cost about as much as checking a signature does.
 *
 * One place per slot: whoever floods it with certificates only makes later ones be read again. Small
 * certificates only, as copies, so that it holds at most a few hundred kilobytes and no document.
 */
const slots = new Array<Certificate | undefined>(256)
const largest = 4096

/** As readCertificate, but the same bytes mostly give the same object, which is frozen. */
export function knownCertificate(der: Uint8Array): Certificate {
  const slot = slotOf(der)
  const known = slots[slot]
  if (known && sameBytes(known.der, der)) return known
  const certificate = Object.freeze(readCertificate(der.slice()))
  Object.freeze(certificate.extensions)
  if (der.length <= largest) slots[slot] = certificate
  return certificate
}

/** A certificate ends with its signature, whose last bytes are as good as random. */
function slotOf(der: Uint8Array): number {
  let sum = 0
  for (let i = Math.max(0, der.length - 8); i < der.length; i++) sum = (sum * 31 + (der[i] ?? 0)) | 0
  return sum & 0xff
}

const signed = new WeakMap<Certificate, WeakSet<Certificate>>()

/**
 * Remembers that the issuer's key was found to have signed the certificate. Only what was found right
 * is remembered, of the very objects it was found for: nothing an attacker writes can point here.
 */
export function rememberSigned(issuer: Certificate, certificate: Certificate): void {
  const below = signed.get(issuer) ?? new WeakSet<Certificate>()
  signed.set(issuer, below.add(certificate))
}

/** Whether it was found before. */
export function knownSigned(issuer: Certificate, certificate: Certificate): boolean {
  return signed.get(issuer)?.has(certificate) ?? false
}

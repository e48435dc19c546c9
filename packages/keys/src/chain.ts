import { type KeyObject, X509Certificate } from 'node:crypto'
import { error } from './codes.ts'

/** A key's certificate and what stands above it. */
export interface Arranged {
  readonly certificate: Uint8Array
  /** The issuers, the nearest first. */
  readonly chain: readonly Uint8Array[]
  /** Certificates that belong to neither. */
  readonly others: readonly Uint8Array[]
}

/**
 * Finds the key's certificate by its public key, never by its place, and its issuers by name and
 * signature. Of several certificates for the key, as a renewal leaves them, the newest is taken.
 *
 * It trusts nothing: whether the chain leads to a root that anybody accepts is the verifier's affair.
 *
 * @throws VaultError `pkcs12-no-certificate`, `pkcs12-certificate-unreadable`
 */
export function arrange(key: KeyObject, certificates: readonly Uint8Array[]): Arranged {
  const all = distinct(certificates).map(parse)
  const [leaf] = all
    .filter(({ x509 }) => x509.checkPrivateKey(key))
    .sort((a, b) => Date.parse(b.x509.validFrom) - Date.parse(a.x509.validFrom))
  if (!leaf) throw error('pkcs12-no-certificate')
  const rest = new Set(all)
  const chain: Parsed[] = []
  for (let next: Parsed | undefined = leaf; next; next = issuerOf(next, rest)) {
    rest.delete(next)
    chain.push(next)
  }
  return {
    certificate: leaf.der,
    chain: chain.slice(1).map(({ der }) => der),
    others: [...rest].map(({ der }) => der),
  }
}

interface Parsed {
  readonly der: Uint8Array
  readonly x509: X509Certificate
}

function parse(der: Uint8Array): Parsed {
  try {
    return { der, x509: new X509Certificate(der) }
  } catch {
    throw error('pkcs12-certificate-unreadable')
  }
}

function issuerOf({ x509 }: Parsed, candidates: Iterable<Parsed>): Parsed | undefined {
  if (x509.subject === x509.issuer) return undefined
  for (const candidate of candidates) if (issued(candidate.x509, x509)) return candidate
  return undefined
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  try {
    return subject.checkIssued(issuer) && subject.verify(issuer.publicKey)
  } catch {
    return false // a key of a kind that OpenSSL does not know
  }
}

function distinct(certificates: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(certificates.map((der) => [Buffer.from(der).toString('base64'), der])).values()]
}

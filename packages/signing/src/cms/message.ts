import { concat } from '../bytes.ts'
import type { Certificate } from '../certificate.ts'
import { knownCertificate } from '../known-certificates.ts'
import type { SignedData } from './structure.ts'

/** Certificates of the file that can be read; the rest is passed over, as anyone may add some. */
export function readableCertificates({ certificates }: SignedData): readonly Certificate[] {
  return certificates.flatMap((der) => {
    try {
      return [knownCertificate(der)]
    } catch {
      return []
    }
  })
}

/** The attached content whole; the same bytes where it stands in one part, as in DER. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  return parts.length === 1 && only ? only : concat(parts)
}

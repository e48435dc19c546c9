import { readCertificate } from '@licencevault/signing'
import { certificateDetails } from '@licencevault/signing/details'
import { fromBER } from 'asn1js'
import { accepted, demand } from './judge.ts'

/** What is accepted as a certificate must at least be one element to another reader, all of it. */
export function fuzz(bytes: Uint8Array): void {
  const certificate = accepted(() => readCertificate(bytes))
  if (!certificate) return
  const { offset, result } = fromBER(Uint8Array.from(bytes))
  demand(offset === bytes.length, `another reader refuses it: ${result.error}`)
  demand(certificate.der.length === bytes.length, 'the certificate is not the whole input')
  accepted(() => certificateDetails(certificate))
}

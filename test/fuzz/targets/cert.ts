import { readCertificate } from '@licencevault/signing'
import { certificateDetails } from '@licencevault/signing/details'
import { isOneElement } from './elements.ts'
import { accepted, demand } from './judge.ts'

/** What is accepted as a certificate is one element, all of it and throughout. */
export function fuzz(bytes: Uint8Array): void {
  const certificate = accepted(() => readCertificate(bytes))
  if (!certificate) return
  demand(isOneElement(bytes), 'accepted, and not one element')
  demand(certificate.der.length === bytes.length, 'the certificate is not the whole input')
  accepted(() => certificateDetails(certificate))
}

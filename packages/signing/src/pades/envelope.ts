import { VaultError } from '@licencevault/errors'
import { Reader } from '../asn1/reader.ts'
import { requireDer, sameBytes } from '../asn1/strict.ts'
import type { Certificate } from '../certificate.ts'
import { cmsOids, readSignedData, type SignedData } from '../cms/structure.ts'
import { problemIn, problemOf } from '../problems.ts'
import type { Check, Evidence } from '../report.ts'
import { bad, good } from './finding.ts'

/**
 * Around the signed attributes of a CMS message stand fields that nothing signs: versions, the list
 * of digest algorithms, the signer's name. Each may be written in one way only, as RFC 5652 and DER
 * fix it, or a byte of them could be changed in a sealed file and nobody would notice.
 *
 * @param certificate the signer's, when it was found
 */
export function judgeEnvelope(message: Uint8Array, certificate: Certificate | undefined): Check {
  try {
    const problem = findProblem(message, certificate)
    return problem === undefined
      ? good('signature-envelope')
      : bad('signature-envelope', 'envelope-wrong', problem)
  } catch (trouble) {
    if (!(trouble instanceof VaultError)) throw trouble
    return bad('signature-envelope', 'envelope-wrong', problemIn(trouble))
  }
}

function findProblem(message: Uint8Array, certificate: Certificate | undefined): Evidence | undefined {
  requireDer(new Reader(message).next())
  const data = readSignedData(message)
  const { version, signers } = data
  if (version !== rightVersion(data)) return problemOf('version {version}', { version })
  const [signer] = signers
  if (certificate && signer?.identifier.kind === 'issuerAndSerialNumber') {
    const { issuer } = signer.identifier
    // Names are compared without regard to case when the certificate is sought.
    if (!sameBytes(issuer.der, certificate.issuer.der)) return problemOf('the name of the issuer')
  }
  return undefined
}

/** RFC 5652 §5.1, for messages whose certificates are X.509 ones. */
function rightVersion({ contentType, signers }: SignedData): number {
  const plain = contentType === cmsOids.data && signers.every(({ version }) => version === 1)
  return plain ? 1 : 3
}

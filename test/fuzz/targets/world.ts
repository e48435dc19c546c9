import { buildPath, type RevocationOptions, readCertificate, revocationRule } from '@licencevault/signing'
import { leaf as leafBase64, root as rootBase64 } from '../root.ts'
import { demand, soundReport } from './judge.ts'

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))

/** What the seeds of the corpus were signed under, and a certificate below it; the keys are gone. */
export const root = bytesOf(rootBase64)
export const leaf = bytesOf(leafBase64)
export const at = new Date('2027-03-01T08:30:15Z')
export const content = new TextEncoder().encode('食品经营许可证 JY1330000000001')

/** Judges the path of that certificate with evidence from anywhere: without any it is undetermined. */
export async function leafPath(evidence: RevocationOptions): Promise<void> {
  const answer = await buildPath({
    leaf: readCertificate(leaf),
    candidates: [],
    roots: [readCertificate(root)],
    at,
    rules: [revocationRule(evidence)],
  })
  soundReport(answer)
  demand(
    answer.checks.some(({ name }) => name === 'revocation'),
    'revocation was not looked at',
  )
}

import type { Words } from '@licencevault/errors'
import type { Certificate, Check, Evidence } from '@licencevault/signing'
import { instant, isAhead } from '../beijing-time.ts'
import { finding, ok } from '../report.ts'
import type { Trust, TrustedAuthority } from '../trust.ts'

/** Is the certificate of the seal one of those that the list names for this very authority? */
export function certificateOfAuthority(
  authority: TrustedAuthority,
  certificate: Certificate,
  certificateDigest: string,
  trust: Trust,
): Check {
  const owner = trust.sealOwners.get(certificateDigest)
  const evidence = {
    authority: authority.name.en,
    authorityZh: authority.name.zh,
    subject: certificate.subject.text,
    certificateDigest,
  }
  if (owner === authority.code) return ok('certificate-of-authority', sentences.listed, evidence)
  if (owner === undefined) {
    return finding('failed', 'certificate-of-authority', 'certificate-not-listed', evidence)
  }
  const sealer = trust.authorities.get(owner)?.name ?? { en: owner, zh: owner }
  return finding('failed', 'certificate-of-authority', 'seal-of-another-authority', {
    ...evidence,
    named: authority.name.en,
    namedZh: authority.name.zh,
    sealer: sealer.en,
    sealerZh: sealer.zh,
    sealerCode: owner,
  })
}

/**
 * Was every certificate of the path within its dates when it sealed, and is it at the moment of
 * judging? The time of sealing is what the seal claims; nothing in the file proves it. What the ledger
 * recorded while the certificates were good outlives them: a stolen key makes no receipt.
 */
export function certificateInTime(
  path: readonly Certificate[],
  { sealedAt, recordedAt }: { sealedAt: Date | undefined; recordedAt: string | undefined },
  at: Date,
): Check {
  const name = 'certificate-in-time'
  const claimed = instant(sealedAt ?? at)
  const times = { sealedAt: claimed, at: instant(at), timeIsClaimed: true }
  let ended: Evidence | undefined
  for (const certificate of path) {
    const notBefore = instant(certificate.notBefore)
    const notAfter = instant(certificate.notAfter)
    const evidence = { ...times, subject: certificate.subject.text, notBefore, notAfter }
    if (claimed > notAfter) return finding('failed', name, 'certificate-ended-before-sealing', evidence)
    if (claimed < notBefore) return finding('failed', name, 'certificate-not-yet-begun', evidence)
    if (times.at > notAfter) {
      const recorded = recordedAt && notBefore <= recordedAt && recordedAt <= notAfter
      if (!recorded) return finding('undetermined', name, 'certificate-ended-since', evidence)
      ended = { ...evidence, recordedAt, timeIsClaimed: false }
    }
  }
  if (isAhead(claimed, at)) {
    return finding('undetermined', name, 'judged-before-sealing', times)
  }
  return ended ? ok(name, sentences.recordedInTime, ended) : ok(name, sentences.inTime, times)
}

const sentences: Readonly<Record<'listed' | 'inTime' | 'recordedInTime', Words>> = {
  listed: {
    en: 'The authority list names this seal certificate under {authority}.',
    zh: '机构名录已将该印章证书列于{authorityZh}名下。',
  },
  inTime: {
    en: 'The certificates were valid at {sealedAt}, when the seal says it was made, and at {at}.',
    zh: '在签章所称时间 {sealedAt} 以及判定时间 {at}，证书均在有效期内。',
  },
  recordedInTime: {
    en: 'A certificate of the seal ended at {notAfter}, but it was valid at {recordedAt}, when the ledger recorded this licence.',
    zh: '印章证书已于 {notAfter} 到期，但账本于 {recordedAt} 登记该证照时其仍有效。',
  },
}

import { VaultError } from '@licencevault/errors'
import type { Certificate } from '../certificate.ts'
import { extensionOids } from '../extensions.ts'
import { finding } from '../finding.ts'
import type { PathRule } from '../path-rules.ts'
import { problemIn } from '../problems.ts'
import { type Check, passed } from '../report.ts'
import type { Work } from '../work.ts'
import { type PathExtensions, pathExtensions } from './extensions.ts'
import { judgeNames, type NameConstraints, NamesExhausted, namesOf } from './name-constraints.ts'
import { judgePolicies } from './policies.ts'

/** The extensions that the rules below read are well-formed, in every certificate. */
export const certificateExtensions: PathRule = {
  name: 'certificate-extensions',
  processes: [],
  judge({ path }) {
    for (const certificate of path) {
      const wrong = troubleIn(certificate)
      if (wrong) {
        const evidence = { subject: certificate.subject.text, ...problemIn(wrong) }
        return finding('failed', this.name, 'certificate-extension-wrong', evidence)
      }
    }
    return passed(this.name, sentences.extensions)
  },
}

/** Every name is one that all issuers above it may certify (RFC 5280 §6.1.3 b, c). The root's own bind too. */
export const nameConstraints: PathRule = {
  name: 'name-constraints',
  processes: [extensionOids.nameConstraints],
  judge({ path, work }) {
    const above: NameConstraints[] = []
    for (let i = path.length - 1; i >= 0; i--) {
      const certificate = path[i]
      if (!certificate) break
      const extensions = readable(certificate)
      // A renewed key of an authority keeps its name, which nobody above has to permit again.
      const exempt = i > 0 && certificate.subject.equals(certificate.issuer)
      if (above.length > 0 && !exempt) {
        const answer = namesWithin(certificate, extensions, above, work)
        if (answer) return answer
      }
      if (extensions.nameConstraints) above.push(extensions.nameConstraints)
    }
    return passed(this.name, sentences.names, { constraints: above.length })
  },
}

/** The path is valid for a certificate policy that is acceptable, where one is required. */
export const policies: PathRule = {
  name: 'certificate-policies',
  processes: [
    extensionOids.certificatePolicies,
    extensionOids.policyMappings,
    extensionOids.policyConstraints,
    extensionOids.inhibitAnyPolicy,
  ],
  judge({ path, certificatePolicies }) {
    const root = path.at(-1)
    const steps = path
      .slice(0, -1)
      .reverse()
      .map((certificate) => ({ certificate, extensions: readable(certificate) }))
    const answer = judgePolicies(root ? readable(root) : {}, steps, certificatePolicies)
    if (answer.right) return passed(this.name, sentences.policies, { policies: answer.policies })
    const { accepted } = certificatePolicies
    return finding('failed', this.name, answer.reason, {
      subject: answer.at.subject.text,
      ...(answer.reason === 'policy-missing' && { accepted: accepted ?? ['2.5.29.32.0'] }),
    })
  },
}

/**
 * The leaf, and every issuer below the root that says what for, may be used for what is wanted. An
 * issuer's extended key usage bounds those of what it issues, as all practice has it.
 */
export const purposes: PathRule = {
  name: 'extended-key-usage',
  processes: [extensionOids.extendedKeyUsage],
  judge({ path, purposes: wanted }) {
    if (wanted.length === 0) return passed(this.name, sentences.anyPurpose)
    for (const certificate of path.length > 1 ? path.slice(0, -1) : path) {
      const usage = certificate.extensions.extendedKeyUsage
      if (usage && !usage.includes(anyPurpose) && !usage.some((oid) => wanted.includes(oid))) {
        return finding('failed', this.name, 'purpose-wrong', {
          subject: certificate.subject.text,
          usage,
          wanted,
        })
      }
    }
    return passed(this.name, sentences.purpose, { wanted })
  },
}

function namesWithin(
  certificate: Certificate,
  { alternativeNames }: PathExtensions,
  above: readonly NameConstraints[],
  work: Work,
): Check | undefined {
  const { name } = nameConstraints
  const subject = certificate.subject.text
  try {
    const wrong = judgeNames(namesOf(certificate, alternativeNames), above, work)
    return wrong && finding('failed', name, wrong.reason, { subject, name: wrong.name })
  } catch (trouble) {
    if (!(trouble instanceof NamesExhausted)) throw trouble
    return finding('undetermined', name, 'names-work-exceeded', { subject })
  }
}

const anyPurpose = '2.5.29.37.0'

function troubleIn(certificate: Certificate): VaultError | undefined {
  try {
    pathExtensions(certificate)
    return undefined
  } catch (trouble) {
    if (trouble instanceof VaultError) return trouble
    throw trouble
  }
}

/** What can be read; what cannot is the finding of the first rule, which no other repeats. */
function readable(certificate: Certificate): PathExtensions {
  try {
    return pathExtensions(certificate)
  } catch (trouble) {
    if (trouble instanceof VaultError) return {}
    throw trouble
  }
}

const sentences = {
  extensions: {
    en: 'The extensions of every certificate are well-formed.',
    zh: '各证书的扩展格式正确。',
  },
  names: {
    en: 'Every name is one that the authorities above it may certify.',
    zh: '各名称均在上级颁发机构的许可范围内。',
  },
  policies: {
    en: 'The path meets the required certificate policies.',
    zh: '证书路径满足所要求的证书策略。',
  },
  anyPurpose: {
    en: 'No particular extended key usage was asked for.',
    zh: '未要求特定的扩展密钥用途。',
  },
  purpose: {
    en: 'The certificates may be used for what is wanted: {wanted}.',
    zh: '证书可用于所需用途：{wanted}。',
  },
}

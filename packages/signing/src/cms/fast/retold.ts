import { hex } from '../../bytes.ts'
import type { Check, Evidence } from '../../report.ts'
import type { CmsReport, CmsSigner } from '../report.ts'
import type { KnownSigner, Own } from './known-signer.ts'

/** The report of a signer's earlier message, told of another one that passed as well. */
export function retell(
  { at: before, report, signer }: KnownSigner,
  at: Date,
  bytes: number,
  own: Own,
): CmsReport {
  const container = report.checks.length - signer.checks.length
  const checks = report.checks.slice()
  const digest = hex(own.messageDigest.value)
  const [then, now] = [before.toISOString(), at.toISOString()]
  for (let i = 0; i < checks.length; i++) {
    const check = checks[i]
    if (!check) continue
    if (check.name === 'cms-structure') checks[i] = withEvidence(check, { bytes })
    else if (check.name === 'message-digest')
      checks[i] = withEvidence(check, { signed: digest, computed: digest })
    else if (check.evidence.at === then) checks[i] = atMoment(check, then, now)
  }
  const told: CmsSigner = { ...signer, ...own, checks: checks.slice(container) }
  return { ...report, checks, signers: [told], signer: told }
}

/** The same check with other evidence, none of which its sentence names. */
function withEvidence(check: Check, evidence: Evidence): Check {
  return { ...check, evidence: { ...check.evidence, ...evidence } }
}

/** The same check of another moment, in its evidence and in its words. */
function atMoment(check: Check, then: string, now: string): Check {
  return {
    name: check.name,
    outcome: check.outcome,
    evidence: { ...check.evidence, at: now },
    // Put together when it is read, as it was the first time.
    get sentence() {
      const { en, zh } = check.sentence
      return { en: en.replaceAll(then, now), zh: zh.replaceAll(then, now) }
    },
  }
}

/** Nobody may change what another report shares. */
export function freezeCheck(check: Check): void {
  for (const value of Object.values(check.evidence)) if (typeof value === 'object') Object.freeze(value)
  Object.freeze(check.evidence)
  Object.freeze(check)
}

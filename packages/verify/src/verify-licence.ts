import type { Statement } from '@licencevault/licence'
import { type Certificate, type Check, digest, type PdfReport, verifyPdf } from '@licencevault/signing'
import { instant, isAhead } from './beijing-time.ts'
import { hex } from './bytes.ts'
import { authorityEntitled, authorityKnown } from './checks/authority.ts'
import { certificateOfAuthority } from './checks/certificate.ts'
import { type Recording, receiptOf } from './checks/receipt.ts'
import { type Imitation, sealChecks } from './checks/seal.ts'
import { receiptIn, statementOf } from './checks/statement.ts'
import { status, trustFresh, validity } from './checks/time.ts'
import { requireTime } from './open-trust.ts'
import { finding, fold, type LicenceFacts, type LicenceReport, type SealFacts, skipped } from './report.ts'
import type { Trust, TrustedAuthority } from './trust.ts'

/**
 * Verifies a licence file: is it genuine, whose is it, and is it in force at the moment? Whatever the
 * bytes are, the answer is a report with every check, its reason and what to do. No I/O.
 *
 * @param at the moment to judge at: now, or the past moment that is asked about
 * @throws VaultError `time-wrong`
 */
export async function verifyLicence(
  file: Uint8Array,
  trust: Trust,
  { at }: { at: Date },
): Promise<LicenceReport> {
  requireTime(at)
  const { roots, policy } = trust
  const pdf = await verifyPdf(file, { roots, policy, at, certification: 1 })
  const seal = await sealOf(pdf)
  const { statement, digest: statementDigest = '', checks: statementChecks } = await statementOf(pdf)
  const authority = trust.authorities.get(statement?.authority.code ?? '')
  const certificate = seal?.certificate
  const { check: receipt, recording } =
    statement && authority
      ? await receiptOf(
          { statement, digest: statementDigest, authority, certificate, receipt: receiptIn(pdf) },
          trust,
          at,
        )
      : unrecorded
  const recordedAt = recording && wholeSeconds(recording.recordedAt)
  const sealed = sealChecks(pdf, at, imitation(trust, seal, authority), recordedAt)
  const checks = [
    ...sealed,
    ...statementChecks,
    ...(statement ? issuerChecks(statement, trust, seal, sealed, { receipt, recordedAt }, at) : unissued),
    statement ? validity(statement.validity, at) : skipped('validity', 'statement-well-formed'),
    trustFresh(trust, at),
    status('file'),
  ]
  return {
    ...fold(checks, at, trust),
    ...(statement && { licence: licenceFacts(statement, statementDigest) }),
    ...(authority && { authority: { code: authority.code, name: authority.name } }),
    ...(seal && { seal: seal.facts }),
    ...(recording && { recording }),
  }
}

interface Seal {
  readonly certificate: Certificate
  readonly facts: SealFacts
}

/** The seal that is looked at: the first, since more than one is refused anyway. */
async function sealOf({ signatures: [signature] }: PdfReport): Promise<Seal | undefined> {
  const certificate = signature?.signer?.certificate
  if (!certificate) return undefined
  const facts = {
    subject: certificate.subject.text,
    issuer: certificate.issuer.text,
    certificateDigest: hex(await digest('SHA-256', certificate.der)),
    ...(signature?.time && { claimedAt: instant(signature.time) }),
  }
  return { certificate, facts }
}

/** Whom a seal that nobody trusts pretends to be: whom the statement names, or whose name it bears. */
function imitation(trust: Trust, seal: Seal | undefined, named: TrustedAuthority | undefined): Imitation {
  const borne = trust.sealSubjects.get(seal?.certificate.subject.comparable ?? '')
  return {
    authority: (named ?? trust.authorities.get(borne ?? ''))?.name,
    listed: trust.sealOwners.has(seal?.facts.certificateDigest ?? ''),
  }
}

/** May who sealed it issue it, and is it recorded? */
function issuerChecks(
  statement: Statement,
  trust: Trust,
  seal: Seal | undefined,
  sealed: readonly Check[],
  { receipt, recordedAt }: { receipt: Check; recordedAt: string | undefined },
  at: Date,
): readonly Check[] {
  const known = authorityKnown(statement, trust)
  const authority = trust.authorities.get(statement.authority.code)
  if (!authority) return [known, ...issuerNames.slice(1).map((name) => skipped(name, 'authority-known'))]
  const descends = sealed.some(({ name, outcome }) => name === 'certificate-path' && outcome === 'passed')
  return [
    known,
    seal && descends
      ? certificateOfAuthority(authority, seal.certificate, seal.facts.certificateDigest, trust)
      : skipped('certificate-of-authority', 'certificate-path'),
    entitledWhenIssued(statement, authority, at, recordedAt),
    receipt,
  ]
}

/** Whoever will be entitled only later could claim a time to come; what the ledger recorded is no claim. */
function entitledWhenIssued(
  statement: Statement,
  authority: TrustedAuthority,
  at: Date,
  recordedAt: string | undefined,
): Check {
  const issuedAt = recordedAt ?? statement.issuedAt
  const during = { from: issuedAt, until: issuedAt }
  const entitled = authorityEntitled(statement, authority, during, recordedAt !== undefined)
  if (entitled.outcome !== 'passed' || !isAhead(issuedAt, at)) return entitled
  return finding('undetermined', 'authority-entitled', 'judged-before-issue', { at: instant(at), issuedAt })
}

const issuerNames = ['authority-known', 'certificate-of-authority', 'authority-entitled', 'receipt'] as const
const unrecorded: { check: Check; recording?: Recording } = {
  check: skipped('receipt', 'statement-well-formed'),
}

/** The time as the list writes its periods. */
function wholeSeconds(recordedAt: string): string {
  return `${recordedAt.slice(0, 19)}Z`
}

const unissued = issuerNames.map((name) => skipped(name, 'statement-well-formed'))

function licenceFacts(statement: Statement, statementDigest: string): LicenceFacts {
  const { identifier, number, type, holders, fields, authority, validity, issuedAt, issuedOn } = statement
  return {
    identifier,
    number,
    type,
    holders,
    fields,
    authority,
    validity,
    issuedAt,
    issuedOn,
    statementDigest,
  }
}

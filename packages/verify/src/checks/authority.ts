import type { Check, Evidence } from '@licencevault/signing'
import type { Entitlement } from '../authority-list.ts'
import { finding, ok } from '../report.ts'
import type { Trust, TrustedAuthority } from '../trust.ts'

/** What a licence claims of itself, wherever it was read. */
export interface Claim {
  readonly authority: { readonly code: string; readonly name: string }
  readonly type: { readonly code: string; readonly name: string }
}

/** Is the authority that the licence names in the list? */
export function authorityKnown({ authority }: Claim, trust: Trust): Check {
  const listed = trust.authorities.get(authority.code)
  const evidence = { code: authority.code, ...namesOf(authority, listed), sequence: trust.sequence }
  if (!listed) return finding('failed', 'authority-known', 'authority-unknown', evidence)
  return ok('authority-known', sentences.known, evidence)
}

/** The list has names in both languages, a statement has one, a code none. */
function namesOf({ code, name }: Claim['authority'], listed: TrustedAuthority | undefined): Evidence {
  if (listed) return { name: listed.name.en, nameZh: listed.name.zh }
  if (name === code) return { name: code, nameZh: ` ${code} ` }
  return { name: `“${name}” (${code})`, nameZh: `“${name}”（${code}）` }
}

/**
 * May the authority issue this type? `during` is the span in which the licence may have been issued:
 * one instant twice for a statement, which names its time of issue. Nothing proves that time unless the
 * ledger recorded it.
 */
export function authorityEntitled(
  { type }: Claim,
  authority: TrustedAuthority,
  during: { readonly from: string; readonly until: string },
  recorded = false,
): Check {
  const periods = authority.entitlements.get(type.code) ?? []
  const evidence: Evidence = {
    authority: authority.name.en,
    authorityZh: authority.name.zh,
    type: type.name,
    typeCode: type.code,
    issuedAt: during.until,
    timeIsClaimed: !recorded,
  }
  if (periods.length === 0) return finding('failed', 'authority-entitled', 'type-not-entitled', evidence)
  if (!periods.some((period) => overlaps(period, during))) {
    return finding('failed', 'authority-entitled', 'type-not-entitled-then', evidence)
  }
  return ok('authority-entitled', recorded ? sentences.entitledWhenRecorded : sentences.entitled, evidence)
}

/** RFC 3339 instants of one form compare as text. */
function overlaps({ from, to }: Entitlement, during: { from: string; until: string }): boolean {
  return from <= during.until && (to === null || during.from < to)
}

const sentences = {
  known: { en: '{name} is in the authority list.', zh: '{nameZh}在机构名录中。' },
  entitled: {
    en: '{authority} was entitled to issue this type at the time of issue that is claimed.',
    zh: '在所称颁发时间，{authorityZh}有权颁发该类证照。',
  },
  entitledWhenRecorded: {
    en: '{authority} was entitled to issue this type when the ledger recorded it.',
    zh: '在账本登记之时，{authorityZh}有权颁发该类证照。',
  },
}

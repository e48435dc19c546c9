import { VaultError } from '@licencevault/errors'
import type { Certificate } from '../certificate.ts'
import type { PathContext } from '../path-rules.ts'
import { problemIn } from '../problems.ts'
import type { Reason } from '../reasons.ts'
import type { Evidence } from '../report.ts'
import type { RevocationReason } from './reasons.ts'

/** What one source says of one certificate. */
export type Answer =
  | { readonly kind: 'good'; readonly source: string; readonly thisUpdate: Date }
  | {
      readonly kind: 'revoked'
      readonly source: string
      readonly thisUpdate: Date
      readonly revokedAt: Date
      readonly reason: RevocationReason
    }
  | {
      readonly kind: 'open'
      readonly reason: Reason
      readonly evidence: Evidence
      /** Something is said that is not processed here, so no other source's “good” may stand. */
      readonly veto?: true
    }

/** What is asked: one certificate of a path, its issuer, and by when. */
export interface Question {
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly context: PathContext
  /** The present: evidence may be younger than the moment that is judged, but not younger than this. */
  readonly now: Date
}

export type Open = Extract<Answer, { kind: 'open' }>

export function open(reason: Reason, evidence: Evidence = {}): Open {
  return { kind: 'open', reason, evidence }
}

/** Reads something an attacker wrote: the value, or what is left open because it cannot be read. */
export function orOpen<T>(read: () => T): T | Open {
  try {
    return read()
  } catch (trouble) {
    if (!(trouble instanceof VaultError)) throw trouble
    return open('revocation-unreadable', { ...problemIn(trouble) })
  }
}

/** Clocks of two machines differ. */
const skew = 5 * 60_000

/** How long evidence counts that does not say itself when the next is due. */
const dayMs = 24 * 3_600_000

export interface Dates {
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** Certificates that ended since then are still spoken of. */
  readonly cutoff?: Date
}

/**
 * Whether evidence speaks of the moment that is judged: made before it and not replaced by then, or made
 * after it and while it still spoke of the certificate. Answers what is wrong, or nothing.
 */
export function outOfTime({ thisUpdate, nextUpdate, cutoff }: Dates, question: Question): Open | undefined {
  const { certificate, context, now } = question
  const at = context.at.getTime()
  const made = thisUpdate.getTime()
  const evidence = {
    thisUpdate: iso(thisUpdate),
    nextUpdate: nextUpdate ? iso(nextUpdate) : '—',
    at: context.at.toISOString(),
  }
  if (made > Math.max(now.getTime(), at) + skew) return open('revocation-from-future', evidence)
  if (made > at) {
    const ended = certificate.notAfter.getTime() + 1000
    if (made < ended || (cutoff && cutoff.getTime() <= ended)) return undefined
    return open('revocation-after-expiry', evidence)
  }
  const until = nextUpdate ? nextUpdate.getTime() : made + dayMs
  return at <= until ? undefined : open('revocation-outdated', evidence)
}

export const iso = (date: Date) => date.toISOString().replace('.000Z', 'Z')

export const later = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()))

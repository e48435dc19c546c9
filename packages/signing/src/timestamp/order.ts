import type { TimeStamp } from './token.ts'

/**
 * Whether one time-stamp was made before the other (RFC 3161 §2.4.2): their times differ by more than
 * both may be off, or one authority promises that its times alone tell. Otherwise nobody can say.
 *
 * @param sameAuthority both are signed with the same certificate
 */
export function orderOf(
  a: TimeStamp,
  b: TimeStamp,
  { sameAuthority = false }: { readonly sameAuthority?: boolean } = {},
): 'before' | 'after' | 'undetermined' {
  const promised = sameAuthority && a.ordering && b.ordering
  const doubt = promised ? 0 : (a.accuracyUs ?? 0) + (b.accuracyUs ?? 0)
  if (a.timeUs + doubt < b.timeUs) return 'before'
  return b.timeUs + doubt < a.timeUs ? 'after' : 'undetermined'
}

/** Civil dates are those of 北京时间, UTC+08:00 the year round: the one legal time of the country. */
const OFFSET = 8 * 3_600_000

/** The civil date at a moment, `2026-11-23`. */
export function civilDate(at: Date): string {
  return new Date(at.getTime() + OFFSET).toISOString().slice(0, 10)
}

/** The moment at which a civil date begins, RFC 3339 in UTC. */
export function beginningOf(date: string): string {
  return instant(new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET))
}

/** A moment as the formats write it: RFC 3339 in UTC with seconds. */
export function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** How far the clocks of who issues and who judges may differ, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000

/** Does the instant lie after the moment, by more than two clocks may differ? */
export function isAhead(time: string, at: Date): boolean {
  return time > instant(new Date(at.getTime() + CLOCK_SKEW))
}

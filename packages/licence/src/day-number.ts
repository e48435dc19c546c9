const DAY = 86_400_000
/** 0001-01-01 and 9999-12-31 in days since 1970-01-01. */
const FIRST = -719_162
const LAST = 2_932_896

/** Days since 1970-01-01 of a civil date, negative before. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

/** The civil date of a number of days since 1970-01-01; `undefined` outside the years 0001 to 9999. */
export function textOfDay(day: unknown): string | undefined {
  if (typeof day !== 'number' || !Number.isInteger(day) || day < FIRST || day > LAST) return undefined
  return new Date(day * DAY).toISOString().slice(0, 10)
}

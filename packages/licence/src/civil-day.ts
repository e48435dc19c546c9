const DAY = 86_400_000
/** 0001-01-01 and 9999-12-31 in days since 1970-01-01. */
const FIRST = -719_162
const LAST = 2_932_896

/** Whether the text is a real civil date of the years 0001 to 9999, such as `2026-11-23`. */
export function isCivilDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && textOfDay(time / DAY) === text
}

/** Days since 1970-01-01 of a civil date that {@link isCivilDate} accepts. */
export function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY
}

/** The civil date of a number of days since 1970-01-01; `undefined` outside the years 0001 to 9999. */
export function textOfDay(day: unknown): string | undefined {
  if (typeof day !== 'number' || !Number.isInteger(day) || day < FIRST || day > LAST) return undefined
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** Civil dates as `YYYY-MM-DD`; no time zone, no clock. */

const day = 86_400_000

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** The same day `years` later; 29 February becomes 28 February. */
export function addYears(date: string, years: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  const found = new Date(Date.UTC(year + years, month - 1, Math.min(dayOfMonth, last)))
  return found.toISOString().slice(0, 10)
}

/** `2026-11-23` → `2026年11月23日` */
export function chineseDate(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}

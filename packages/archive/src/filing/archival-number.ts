/** The parts of an archival number (档号, after DA/T 22-2015): set, then the number within it. */
export interface ArchivalNumber {
  /** 全宗号 */
  readonly fonds: string
  /** 门类 */
  readonly class: string
  /** 年度: the year in which the case was closed. */
  readonly year: number
  /** 保管期限 */
  readonly retention: string
  /** 件号, from 1 within the set of the four parts before it. */
  readonly number: number
}

/** Digits of the number within its set; more are written where they are needed. */
const digits = 6

/** Writes `J012-XK·2026-D30-000003`. */
export function writeArchivalNumber(parts: ArchivalNumber): string {
  const { fonds, year, retention, number } = parts
  return `${fonds}-${parts.class}·${year}-${retention}-${String(number).padStart(digits, '0')}`
}

/** Reads an archival number strictly; undefined for any other text. */
export function readArchivalNumber(text: string): ArchivalNumber | undefined {
  const [, fonds, category, year, retention, number] =
    /^([0-9A-Z]{1,16})-([A-Z]{2,8})·(\d{4})-([0-9A-Z]{1,8})-(\d{6,12})$/.exec(text) ?? []
  if (!fonds || !category || !year || !retention || !number) return undefined
  const read = { fonds, class: category, year: Number(year), retention, number: Number(number) }
  return writeArchivalNumber(read) === text ? read : undefined
}

/** As an entry of the ledger has it, which is ASCII: `J012-XK-2026-D30-000003`. */
export const linkOf = (archivalNumber: string): string => archivalNumber.replace('·', '-')

/** Reads it back; undefined for any other text. */
export const readLink = (link: string): ArchivalNumber | undefined =>
  readArchivalNumber(link.replace(/-(\d{4})-/, '·$1-'))

/** One case on its way into the archive, and one correction of it each. */
export interface FilingRow {
  case_id: string
  /** 1, and one more with each correction. */
  revision: number
  /** `lost`: rebuilding found no package that could be read. */
  state: 'filing' | 'filed' | 'void' | 'lost'
  application: string
  request_id: string
  office: string
  case_number: string
  /** SHA-256 of the canonical order: the same case again is the same act. */
  order_digest: string
  /** Of the entry that commits to the package. */
  ticket: number
  /** `Prepared`, JSON: all that the package is made from but the files; `FiledBefore` once it is filed. */
  prepared: string
  /** `Filed` as `writeAnswer` writes it, once it is. */
  answer: string | null
  begun_us: number
}

/** How many cases a set of archival numbers has: fonds, class, year, retention. */
export interface NumberRow {
  fonds: string
  class: string
  year: number
  retention: string
  last: number
}

/** Which part of a list is asked for. */
export interface PageRequest {
  /** Rows at most, 1 to 500; 50 unless told. */
  readonly size?: number
  /** `next` of the page before, with the same criteria: a cursor of another query is refused. */
  readonly cursor?: string
}

/** A part of a list, in an order that stays; `next` is absent on the last page. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly next?: string
}

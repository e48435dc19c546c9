import { canonicalise } from '@licencevault/licence'
import { error } from './codes.ts'
import { sha256 } from './office.ts'

/** Which part of a list is asked for. */
export interface PageRequest {
  /** Rows at most, 1 to 500; 50 unless told. */
  readonly size?: number
  /** `next` of the page before, with the same query: a cursor of another one is refused. */
  readonly cursor?: string
}

/** A part of a list, in an order that stays; `next` is absent on the last page. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly next?: string
}

export const MAX_PAGE = 500
const USUAL_PAGE = 50

/** Throws VaultError `page-size-wrong`. */
export function sizeOf({ size = USUAL_PAGE }: PageRequest): number {
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
    throw error('page-size-wrong', { most: MAX_PAGE })
  return size
}

type Place = readonly (string | number)[]

/**
 * A cursor is the place of the last row in the list's order, so that rows which come, go or move elsewhere
 * shift nothing, and a digest of the query that it belongs to.
 */
export function writeCursor(query: unknown, place: Place): string {
  return `${Buffer.from(JSON.stringify(place)).toString('base64url')}.${boundTo(query)}`
}

/** Throws VaultError `cursor-wrong`, `cursor-of-other-query`. */
export function readCursor(query: unknown, cursor: string | undefined, shape: string): Place | undefined {
  if (cursor === undefined) return undefined
  const [text = '', digest] = String(cursor).split('.')
  const place = parsed(text)
  const kinds = place?.map((part) =>
    typeof part === 'string' ? 's' : Number.isSafeInteger(part) ? 'n' : '?',
  )
  if (!place || kinds?.join('') !== shape) throw error('cursor-wrong')
  if (digest !== boundTo(query)) throw error('cursor-of-other-query')
  return place
}

function parsed(text: string): Place | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

const boundTo = (query: unknown): string => sha256(canonicalise(query)).slice(0, 16)

/** The page that so many rows and one more make. */
export function pageOf<Row, T>(
  found: readonly Row[],
  size: number,
  query: unknown,
  placeOf: (row: Row) => Place,
  show: (row: Row) => T,
): Page<T> {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  const more = found.length > size && last !== undefined
  return { rows: shown.map(show), ...(more && { next: writeCursor(query, placeOf(last)) }) }
}

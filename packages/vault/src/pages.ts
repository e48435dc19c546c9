import { canonicalise } from '@licencevault/licence'
import { error } from './codes.ts'
import type { Office } from './office.ts'
import type { PageRequest } from './page.ts'

const MOST_ROWS = 500
const USUAL_ROWS = 50

/** Throws VaultError `page-size-wrong`. */
export function sizeOf({ size = USUAL_ROWS }: PageRequest): number {
  if (!Number.isInteger(size) || size < 1 || size > MOST_ROWS)
    throw error('page-size-wrong', { most: MOST_ROWS })
  return size
}

/**
 * A cursor says where a page ended, and is bound to the query by a keyed digest: nobody can point it
 * elsewhere or use it to look through another query.
 */
export function writeCursor(office: Office, query: unknown, position: readonly (string | number)[]): string {
  const text = JSON.stringify(position)
  return `${Buffer.from(text).toString('base64url')}.${bound(office, query, text)}`
}

/** Where the page before ended; `undefined` for the first. Throws VaultError `cursor-wrong`. */
export function readCursor(
  office: Office,
  query: unknown,
  cursor: string | undefined,
): readonly unknown[] | undefined {
  if (cursor === undefined) return undefined
  const [encoded = '', mac] = String(cursor).split('.')
  const text = Buffer.from(encoded, 'base64url').toString()
  if (mac !== bound(office, query, text)) throw error('cursor-wrong')
  return JSON.parse(text) as readonly unknown[]
}

function bound({ personal }: Office, query: unknown, position: string): string {
  return personal.index('cursor', canonicalise([query, position]))
}

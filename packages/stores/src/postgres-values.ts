import type { CustomTypesConfig } from 'pg'
import pg from 'pg'

/** Type numbers of PostgreSQL (`pg_type.oid`), which never change. */
const int8 = 20
const numeric = 1700
const bytea = 17

/** Whole numbers as numbers, bytes as plain `Uint8Array`: the same as SQLite gives. */
export const parsers: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const given = pg.types.getTypeParser(oid, format)
    if (format === 'binary') return given
    if (oid === int8 || oid === numeric) return wholeNumber
    if (oid === bytea) return (text: string) => plain(given(text))
    return given
  },
}

/** `sum` of a bigint column is numeric. */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`too large to be represented as a JavaScript number: ${text}`)
  }
  return value
}

function plain(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

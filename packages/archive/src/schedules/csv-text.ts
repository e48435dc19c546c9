import { CsvError, parse } from 'csv-parse/sync'
import { error } from '../codes.ts'
import { beyondBounds, MAX_ROW_CHARACTERS } from './csv-bounds.ts'
import { unmarked } from './csv-formula.ts'
import type { ScheduleFinding } from './finding.ts'
import { found } from './fit.ts'

/** A spreadsheet may have so many bytes. */
export const MAX_CSV_BYTES = 32 * 2 ** 20

export interface CsvRow {
  /** As the spreadsheet counts, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * The rows of a CSV file as Excel writes it: UTF-8 with or without a byte-order mark, or GB 18030; separated by
 * commas, semicolons or tabs, whichever the first line has most of. A file that cannot be read to its end
 * gives a finding and no rows.
 *
 * @throws VaultError `csv-too-large`, `csv-encoding`
 */
export function readCsv(bytes: Uint8Array): {
  readonly rows: readonly CsvRow[]
  readonly findings: ScheduleFinding[]
} {
  const text = decode(bytes)
  const delimiter = delimiterOf(text)
  const beyond = beyondBounds(text, delimiter)
  if (beyond) return { rows: [], findings: [beyond] }
  const rows: CsvRow[] = []
  let row = 0
  // Rows are taken one by one, so that empty ones are not kept, and yet count.
  const take = (read: readonly string[]) => {
    row++
    const cells = read.map(plain)
    if (cells.some((cell) => cell !== '')) rows.push({ row, cells })
    return null
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: take,
    })
    return { rows, findings: [] }
  } catch (cause) {
    return { rows: [], findings: [brokenAt(cause)] }
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_CSV_BYTES) throw error('csv-too-large', { size: bytes.length, most: MAX_CSV_BYTES })
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide) {
    for (const encoding of ['utf-8', 'gb18030']) {
      try {
        // Takes away a byte-order mark, if there is one.
        return new TextDecoder(encoding, { fatal: true }).decode(bytes)
      } catch {
        // Not in this encoding: the next is tried.
      }
    }
  }
  throw error('csv-encoding')
}

function delimiterOf(text: string): string {
  const [head = ''] = text.slice(0, MAX_ROW_CHARACTERS).split(/[\r\n]/, 1)
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }))
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).mark
}

/** A cell without the spaces around it and without the mark that keeps a spreadsheet from calculating it. */
function plain(cell: string): string {
  return unmarked(cell).trim()
}

/** What csv-parse says of a record that it cannot read. */
function brokenAt(cause: unknown): ScheduleFinding {
  if (!(cause instanceof CsvError)) throw cause
  const row = Number(cause.records ?? 0) + 1
  return found('csv-quotes-wrong', { row }, { row })
}

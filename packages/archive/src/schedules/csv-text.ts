import { CsvError, parse } from 'csv-parse/sync'
import { error } from '../codes.ts'
import type { ScheduleFinding } from './finding.ts'
import { found } from './fit.ts'

/** A spreadsheet may have so many bytes, and one row of it so many characters. */
export const MAX_CSV_BYTES = 32 * 2 ** 20
export const MAX_ROW_CHARACTERS = 65_536

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
  try {
    const records: string[][] = parse(text, {
      relax_column_count: true,
      max_record_size: MAX_ROW_CHARACTERS,
      delimiter: delimiterOf(text),
    })
    const rows = records.map((cells, index) => ({ row: index + 1, cells: cells.map(plain) }))
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')), findings: [] }
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
  const [head = ''] = text.split('\n', 1)
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }))
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).mark
}

/** A cell without the spaces around it and without the mark that keeps a spreadsheet from calculating it. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '').trim()
}

/** What csv-parse says of a record that it cannot read. */
function brokenAt(cause: unknown): ScheduleFinding {
  if (!(cause instanceof CsvError)) throw cause
  const row = Number(cause.records ?? 0) + 1
  if (cause.code === 'CSV_MAX_RECORD_SIZE')
    return found('csv-row-too-long', { row }, { row, most: MAX_ROW_CHARACTERS })
  return found('csv-quotes-wrong', { row }, { row })
}

import { type Kysely, sql } from 'kysely'
import { daysBetween } from '../filing/exceptions.ts'
import { type Office, today } from '../office.ts'
import { type Page, type PageRequest, pageOf, readCursor, sizeOf } from '../pages.ts'
import type { ArchiveTables, ExceptionRow } from '../tables.ts'

export interface ExceptionQuery extends Partial<Pick<ExceptionRow, 'office' | 'kind'>> {
  /** Those that failed first and were filed in time after all, instead of those that stand on the list. */
  readonly settled?: boolean
}

export interface CaseException {
  readonly office: string
  readonly caseNumber: string
  readonly item: string
  readonly kind: string
  readonly closedOn: string
  readonly allowedUntil: string
  /** Days beyond what the city allows: on the day of filing, or today where it is not filed; 0 within it. */
  readonly daysLate: number
  /** Word code of what stopped it, or empty. */
  readonly reason: string
  /** Whether it was filed in time after all. */
  readonly settled: boolean
}

/** What stands on the list of one office, and how late its late cases were filed. */
export interface OfficeExceptions {
  readonly office: string
  readonly incomplete: number
  readonly failed: number
  readonly late: number
  /** Of those filed late: the days that half of them, nine tenths and all were late at most; 0 where none was. */
  readonly daysLate: { readonly p50: number; readonly p90: number; readonly most: number }
}

/** A page of the list, by the last day on which each case should have been filed. */
export async function exceptions(
  office: Office,
  rows: Kysely<ArchiveTables>,
  query: ExceptionQuery,
  page: PageRequest,
): Promise<Page<CaseException>> {
  const size = sizeOf(page)
  const asked = { exceptions: { ...query } }
  const place = readCursor(asked, page.cursor, 'sss')
  let select = rows.selectFrom('archive_exception').selectAll()
  select = select.where('settled_us', query.settled ? 'is not' : 'is', null)
  if (query.office !== undefined) select = select.where('office', '=', query.office)
  if (query.kind !== undefined) select = select.where('kind', '=', query.kind)
  if (place)
    select = select.where(
      sql<boolean>`(allowed_until, office, case_number) > (${place[0]}, ${place[1]}, ${place[2]})`,
    )
  const found = await select
    .orderBy('allowed_until')
    .orderBy('office')
    .orderBy('case_number')
    .limit(size + 1)
    .execute()
  const on = today(office)
  return pageOf(
    found,
    size,
    asked,
    (row) => [row.allowed_until, row.office, row.case_number],
    (row) => ({
      office: row.office,
      caseNumber: row.case_number,
      item: row.item,
      kind: row.kind,
      closedOn: row.closed_on,
      allowedUntil: row.allowed_until,
      daysLate: query.settled || row.kind === 'late' ? row.days_late : daysBetween(row.allowed_until, on),
      reason: row.reason,
      settled: row.settled_us !== null,
    }),
  )
}

/** Counts what stands on the list, by office. */
export async function countExceptions(
  rows: Kysely<ArchiveTables>,
  { office }: { readonly office?: string },
): Promise<readonly OfficeExceptions[]> {
  let select = rows
    .selectFrom('archive_exception')
    .select(['office', 'kind', 'days_late', ({ fn }) => fn.countAll<number>().as('cases')])
    .where('settled_us', 'is', null)
  if (office !== undefined) select = select.where('office', '=', office)
  const found = await select
    .groupBy(['office', 'kind', 'days_late'])
    .orderBy('office')
    .orderBy('kind')
    .orderBy('days_late')
    .execute()
  const lines = found.map((line) => ({ ...line, cases: Number(line.cases) }))
  return [...Map.groupBy(lines, (line) => line.office)].map(([code, own]) => {
    const of = (kind: string) => own.filter((line) => line.kind === kind)
    const late = of('late')
    return {
      office: code,
      ...{ incomplete: sum(of('incomplete')), failed: sum(of('failed')), late: sum(late) },
      daysLate: { p50: reached(late, 0.5), p90: reached(late, 0.9), most: reached(late, 1) },
    }
  })
}

interface Delayed {
  readonly days_late: number
  readonly cases: number
}

const sum = (lines: readonly Delayed[]) => lines.reduce((all, { cases }) => all + cases, 0)

/** The delay that so large a part of the cases does not exceed; their lines stand by delay. */
function reached(lines: readonly Delayed[], part: number): number {
  const wanted = sum(lines) * part
  let counted = 0
  for (const { days_late, cases } of lines) {
    counted += cases
    if (counted >= wanted) return days_late
  }
  return 0
}

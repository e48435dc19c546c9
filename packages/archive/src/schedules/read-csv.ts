import { isCivilDate, isUscc } from '@licencevault/licence'
import type { ServiceItem } from '../items/item.ts'
import { isItemCode } from '../items/item-code.ts'
import { type Column, codeOf, columnNames, columns, retentionIn, type Vocabulary } from './csv-columns.ts'
import { type CsvRow, readCsv } from './csv-text.ts'
import { EVENT_WORD, MAX_SCHEDULE_ITEMS } from './define-schedule.ts'
import type { ScheduleFinding } from './finding.ts'
import { fitOf, found } from './fit.ts'
import type { ItemSchedule, MaterialRule, Rule, Sharing } from './schedule.ts'

/** Findings after which reading stops: a table with more was made for something else. */
export const MAX_FINDINGS = 1000

export interface ScheduleReading {
  /** Empty exactly when the table can be proposed as it stands. */
  readonly findings: readonly ScheduleFinding[]
  /** What was read; of a row with a finding, nothing. */
  readonly items: readonly ItemSchedule[]
}

/**
 * Reads a table that an archivist keeps in a spreadsheet. Everything that is wrong is found at once, by row and
 * column as the spreadsheet shows them; never throws for what stands in a row.
 *
 * @param items the items as they are now, by code, against which codes and names are held
 * @throws VaultError `csv-too-large`, `csv-encoding`
 */
export function readScheduleCsv(bytes: Uint8Array, items: ReadonlyMap<string, ServiceItem>): ScheduleReading {
  const { rows, findings } = readCsv(bytes)
  const [head, ...body] = rows
  if (findings.length > 0) return { findings, items: [] }
  if (!head || body.length === 0) return { findings: [found('csv-empty', {})], items: [] }
  const places = placesOf(head, findings)
  if (findings.length > 0) return { findings, items: [] }
  const drafts = new Map<string, Draft>()
  for (const row of body) {
    if (findings.length >= MAX_FINDINGS) break
    readRow(cellsOf(row, places, findings), drafts, findings, items)
  }
  const complete = [...drafts.values()].flatMap((draft) => finish(draft, findings, items))
  return { findings: findings.slice(0, MAX_FINDINGS), items: findings.length === 0 ? complete : [] }
}

/** One item of the table while its rows come in. */
interface Draft {
  readonly item: string
  own?: { readonly row: number; readonly schedule: Omit<ItemSchedule, 'materials'> }
  readonly firstRow: number
  readonly materials: MaterialRule[]
  readonly rows: Map<string, number>
}

interface Cells {
  readonly row: number
  readonly get: (column: Column) => string
  readonly fail: (
    column: Column,
    code: Parameters<typeof found>[0],
    details?: Record<string, string | number>,
  ) => void
}

function placesOf({ row, cells }: CsvRow, findings: ScheduleFinding[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  for (const [index, cell] of cells.entries()) {
    const column = columnNames.find((name) => columns[name].zh === cell || columns[name].en === cell)
    if (column === undefined)
      findings.push(
        found('csv-column-unknown', { row, column: cell.slice(0, 40) }, { found: cell.slice(0, 40) }),
      )
    else if (places.has(column))
      findings.push(found('csv-column-twice', { row, column: cell }, { found: cell }))
    else places.set(column, index)
  }
  const people: readonly Column[] = ['itemName', 'materialName', 'readers', 'event', 'situations']
  for (const name of columnNames) {
    if (places.has(name) || people.includes(name)) continue
    findings.push(
      found(
        'csv-column-missing',
        { row, column: columns[name].zh },
        { column: columns[name].en, columnZh: columns[name].zh },
      ),
    )
  }
  return places
}

function cellsOf(line: CsvRow, places: ReadonlyMap<Column, number>, findings: ScheduleFinding[]): Cells {
  const get = (column: Column) => line.cells[places.get(column) ?? -1] ?? ''
  const fail: Cells['fail'] = (column, code, details = {}) => {
    const at = { row: line.row, column: columns[column].zh }
    findings.push(
      found(code, at, {
        found: get(column).slice(0, 40),
        row: line.row,
        column: columns[column].en,
        columnZh: columns[column].zh,
        ...details,
      }),
    )
  }
  return { row: line.row, get, fail }
}

function readRow(
  cells: Cells,
  drafts: Map<string, Draft>,
  findings: readonly ScheduleFinding[],
  items: ReadonlyMap<string, ServiceItem>,
): void {
  const before = findings.length
  const item = cells.get('item')
  if (!isItemCode(item)) {
    cells.fail('item', 'item-code-wrong')
    return
  }
  const draft: Draft = drafts.get(item) ?? { item, firstRow: cells.row, materials: [], rows: new Map() }
  if (!drafts.has(item) && drafts.size >= MAX_SCHEDULE_ITEMS) {
    cells.fail('item', 'csv-too-many-items', { most: MAX_SCHEDULE_ITEMS })
    return
  }
  drafts.set(item, draft)
  checkName(cells, 'itemName', items.get(item)?.name)
  const material = cells.get('material')
  if (draft.rows.has(material)) {
    cells.fail('material', 'csv-row-twice', { first: draft.rows.get(material) ?? 0 })
    return
  }
  draft.rows.set(material, cells.row)
  if (material !== '') {
    checkName(cells, 'materialName', items.get(item)?.materials.find(({ code }) => code === material)?.name)
    const rule = readMaterial(cells, material)
    if (findings.length === before) draft.materials.push(rule)
    return
  }
  const schedule = readItem(cells, item)
  if (schedule && findings.length === before) draft.own = { row: cells.row, schedule }
}

/** A name is for people; where it is not that of the code beside it, a line was pasted in the wrong place. */
function checkName(cells: Cells, column: 'itemName' | 'materialName', name: string | undefined): void {
  const cell = cells.get(column)
  if (cell !== '' && name !== undefined && cell !== name) cells.fail(column, 'csv-name-other', { name })
}

function readItem(cells: Cells, item: string): Omit<ItemSchedule, 'materials'> | undefined {
  const version = cells.get('itemVersion')
  if (!/^[1-9][0-9]{0,5}$/.test(version)) cells.fail('itemVersion', 'csv-cell-wrong')
  if (!/^[A-Z]{2,8}$/.test(cells.get('class'))) cells.fail('class', 'csv-cell-wrong')
  for (const column of ['filing', 'situations'] as const) {
    if (cells.get(column) !== '') cells.fail(column, 'csv-cell-only-material')
  }
  const { retention, start, event, sharing } = readRule(cells)
  for (const [column, value] of [
    ['retention', retention],
    ['start', start],
    ['scope', sharing],
  ] as const) {
    if (value === undefined && cells.get(column) === '') cells.fail(column, 'csv-cell-missing')
  }
  if (!retention || !start || !sharing) return undefined
  return {
    item,
    itemVersion: Number(version),
    class: cells.get('class'),
    retention,
    start,
    ...(event && { event }),
    sharing,
  }
}

function readMaterial(cells: Cells, material: string): MaterialRule {
  const filing = codeIn(cells, 'filing')
  if (cells.get('filing') === '') cells.fail('filing', 'csv-cell-missing')
  const situations = Object.fromEntries(
    listIn(cells.get('situations')).map((pair) => {
      const [code = '', word = ''] = pair.split(/[=＝]/)
      const scope = codeOf('filing', word)
      if (!/^[0-9]{2}$/.test(code) || scope === undefined) cells.fail('situations', 'csv-cell-wrong')
      return [code, scope]
    }),
  )
  const some = Object.keys(situations).length > 0
  return { material, filing, ...(some && { situations }), ...readRule(cells) } as MaterialRule
}

/** What a row says of retention and sharing; what it leaves empty is left to the item's own rule. */
function readRule(cells: Cells): Partial<Rule> {
  const written = cells.get('retention')
  const retention = written === '' ? undefined : retentionIn(written)
  if (written !== '' && retention === undefined) cells.fail('retention', 'retention-unknown', { years: 200 })
  const start = codeIn(cells, 'start') as Rule['start'] | undefined
  const event = cells.get('event')
  if ((event !== '') !== (start === 'EVENT') || (event !== '' && !EVENT_WORD.test(event))) {
    cells.fail('event', 'csv-event-wrong')
  }
  const sharing = readSharing(cells)
  return {
    ...(retention && { retention }),
    ...(start && { start }),
    ...(event !== '' && { event }),
    ...(sharing && { sharing }),
  }
}

function readSharing(cells: Cells): Sharing | undefined {
  const scope = codeIn(cells, 'scope') as Sharing['scope'] | undefined
  const others = ['readers', 'purposes', 'forms', 'consent', 'until'] as const
  if (scope === undefined) {
    for (const column of others) {
      if (cells.get('scope') === '' && cells.get(column) !== '') cells.fail(column, 'csv-cell-without-scope')
    }
    return undefined
  }
  const codes = (column: 'purposes' | 'forms') => {
    const words = listIn(cells.get(column))
    if (words.length === 0 && scope !== 'none') cells.fail(column, 'csv-cell-missing')
    if (new Set(words).size !== words.length) cells.fail(column, 'csv-cell-wrong')
    return words.flatMap((word) => {
      const code = codeOf(column, word)
      if (code === undefined) cells.fail(column, 'csv-word-unknown', { found: word.slice(0, 40) })
      return code ?? []
    })
  }
  const readers = listIn(cells.get('readers'))
  if (readers.some((reader) => !isUscc(reader)) || (readers.length > 0 && scope !== 'internal')) {
    cells.fail('readers', 'csv-cell-wrong')
  }
  const until = dateIn(cells)
  return {
    scope,
    ...(readers.length > 0 && { readers }),
    purposes: codes('purposes') as Sharing['purposes'],
    forms: codes('forms') as Sharing['forms'],
    consent: (codeIn(cells, 'consent') ?? 'none') as Sharing['consent'],
    until,
  }
}

/** `2030-12-31`, or as a spreadsheet rewrites it, `2030/12/31`. */
function dateIn(cells: Cells): string | null {
  const cell = cells.get('until')
  if (cell === '' || cell === '长期') return null
  const date = cell.replace(/^([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})$/, (_, year, month, day) =>
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
  )
  if (!isCivilDate(date)) cells.fail('until', 'csv-cell-wrong')
  return date
}

function codeIn(cells: Cells, column: Vocabulary): string | undefined {
  const word = cells.get(column)
  const code = word === '' ? undefined : codeOf(column, word)
  if (word !== '' && code === undefined) cells.fail(column, 'csv-word-unknown')
  return code
}

const listIn = (cell: string): string[] =>
  cell
    .split(/[;；、\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The item with all its rows, held against the item itself; findings get the row where they stand. */
function finish(
  draft: Draft,
  findings: ScheduleFinding[],
  items: ReadonlyMap<string, ServiceItem>,
): ItemSchedule[] {
  if (!draft.own) {
    if (!draft.rows.has(''))
      findings.push(
        found('csv-item-row-missing', { row: draft.firstRow, item: draft.item }, { item: draft.item }),
      )
    return []
  }
  const schedule = { ...draft.own.schedule, materials: draft.materials }
  for (const finding of fitOf(schedule, items.get(draft.item))) {
    findings.push({ ...finding, row: draft.rows.get(finding.material ?? '') ?? draft.own.row })
  }
  return [schedule]
}

import { stringify } from 'csv-stringify/sync'
import type { ServiceItem } from '../items/item.ts'
import { startRules } from '../retention/start-rule.ts'
import { type Column, columnNames, columns, retentionCell } from './csv-columns.ts'
import { marked } from './csv-formula.ts'
import {
  consents,
  filingScopes,
  forms,
  type ItemSchedule,
  purposes,
  type Rule,
  sharingScopes,
} from './schedule.ts'

type Cells = Partial<Record<Column, string>>

/**
 * A table as a spreadsheet opens it: UTF-8 with a byte-order mark, one row for each item and one for each of its
 * materials, in Chinese. Cells that a spreadsheet would calculate are marked as text.
 *
 * @param items gives the names that people read; codes alone are written for an item that is not among them
 */
export function writeScheduleCsv(
  schedules: readonly ItemSchedule[],
  items: ReadonlyMap<string, ServiceItem>,
): Uint8Array<ArrayBuffer> {
  const head = columnNames.map((name) => columns[name].zh)
  const rows = schedules.flatMap((schedule) => rowsOf(schedule, items.get(schedule.item)))
  const cells = rows.map((row) => columnNames.map((name) => marked(row[name] ?? '')))
  const text = stringify([head, ...cells], { bom: true, record_delimiter: 'windows' })
  return new TextEncoder().encode(text)
}

function rowsOf(schedule: ItemSchedule, item: ServiceItem | undefined): Cells[] {
  const of = { item: schedule.item, itemVersion: String(schedule.itemVersion), itemName: item?.name ?? '' }
  const names = new Map(item?.materials.map(({ code, name }) => [code, name]))
  return [
    { ...of, class: schedule.class, ...ruleCells(schedule) },
    ...schedule.materials.map((rule) => ({
      ...of,
      material: rule.material,
      materialName: names.get(rule.material) ?? '',
      filing: filingScopes[rule.filing].zh,
      situations: Object.entries(rule.situations ?? {})
        .map(([code, scope]) => `${code}=${filingScopes[scope].zh}`)
        .join('；'),
      ...ruleCells(rule),
    })),
  ]
}

function ruleCells({ retention, start, event, sharing }: Partial<Rule>): Cells {
  return {
    ...(retention && { retention: retentionCell(retention) }),
    ...(start && { start: startRules[start].zh }),
    ...(event && { event }),
    ...(sharing && {
      scope: sharingScopes[sharing.scope].zh,
      readers: sharing.readers?.join('；') ?? '',
      purposes: sharing.purposes.map((code) => purposes[code].zh).join('；'),
      forms: sharing.forms.map((code) => forms[code].zh).join('；'),
      consent: consents[sharing.consent].zh,
      until: sharing.until ?? '',
    }),
  }
}

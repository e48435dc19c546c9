import { createHash } from 'node:crypto'
import type { Archive, Caller, CaseOrder, Filed } from '../src/index.ts'
import { approver, archivist, type Office, openOffice } from './office.ts'
import { foodItem, foodSchedule } from './sample.ts'

const filer: Caller = {
  application: 'approval-system',
  role: 'filer',
  authority: foodItem.authority.code,
}

/** A room that takes cases of the food item. */
export async function openFoodOffice(): Promise<Office> {
  const office = await openOffice('2020-06-01')
  const { items, schedules } = office.archive
  await items.define(archivist, 'item', [foodItem])
  const table = { format: 'licencevault.schedule/1', title: '表', items: [foodSchedule] }
  const { number } = await schedules.propose(archivist, 'propose', table)
  await schedules.approve(approver, 'approve', number, { effectiveFrom: '2020-06-01' })
  return office
}

const right: Readonly<Record<string, Uint8Array>> = {
  'A01/申请书.txt': Buffer.from('申请书\n'),
  'P01/受理通知书.txt': Buffer.from('受理通知书\n'),
  'R01/许可证.xml': Buffer.from('<?xml version="1.0" encoding="UTF-8"?><licence/>\n'),
}

let serial = 0

/** Files a right case of its own number, with more files or otherwise as told. */
export function fileOne(
  { filing }: Archive,
  more: Readonly<Record<string, Uint8Array>> = {},
  changed: Partial<CaseOrder> = {},
  correction?: string,
): Promise<Filed> {
  const files = { ...right, ...more }
  const order: CaseOrder = {
    format: 'licencevault.case/1',
    fonds: { code: 'J012', name: '云汀市市场监督管理局' },
    item: foodItem.code,
    itemVersion: 1,
    office: foodItem.authority,
    caseNumber: `SP${++serial}`,
    title: '山风茶馆食品经营许可（新办）',
    applicants: ['山风茶馆'],
    outcome: 'granted',
    situations: [],
    acceptedOn: '2020-05-11',
    closedOn: '2020-05-20',
    steps: [{ action: '决定', actor: '审批处', at: '2020-05-20T02:00:00Z' }],
    licences: [],
    events: {},
    files: Object.entries(files).map(([path, bytes]) => ({
      material: path.slice(0, 3),
      path,
      title: path.slice(4),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    ...changed,
  }
  return filing.file(
    filer,
    `one-${serial}`,
    order,
    sent(files),
    correction === undefined ? {} : { correction },
  )
}

async function* sent(files: Readonly<Record<string, Uint8Array>>) {
  for (const [path, bytes] of Object.entries(files)) yield { path, content: once(bytes) }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

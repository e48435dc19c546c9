import { createHash } from 'node:crypto'
import { composeIdentifier } from '@licencevault/licence'
import type { Blobs } from '@licencevault/stores'
import type { Caller, CaseOrder, Filed, ItemSchedule, SentFile, ServiceItem } from '../src/index.ts'
import { approver, archivist, type Office, reader } from './office.ts'
import { foodItem, foodSchedule } from './sample.ts'

export const filer: Caller = {
  application: 'approvals',
  role: 'filer',
  user: 'chen',
  authority: foodItem.authority.code,
}
/** An item whose term an event starts, and one that was a mistake. */
const worksItem: ServiceItem = { ...foodItem, code: `${foodItem.code}01`, name: '工程验收', nameEn: 'Works' }
const strayItem: ServiceItem = { ...foodItem, code: `${foodItem.code}02`, name: '误设事项', nameEn: 'Stray' }

const worksSchedule: ItemSchedule = {
  ...foodSchedule,
  item: worksItem.code,
  start: 'EVENT',
  event: 'works-completed',
  materials: foodSchedule.materials.slice(0, 4),
}
const tableOf = (title: string, ...items: ItemSchedule[]) => ({
  format: 'licencevault.schedule/1',
  title,
  items,
})

export const licenceOf = (serial: number): string =>
  composeIdentifier({
    typeCode: '11339900MB9X00023D004',
    issuerCode: foodItem.authority.code,
    serial: `2020${serial}`,
    version: 1,
  })

const contents: Readonly<Record<string, Uint8Array>> = {
  'P01/受理通知书.txt': Buffer.from('受理通知书\n'),
  'A01/申请书.txt': Buffer.from('申请书：山风茶馆申请食品经营许可。\n'),
  'A01/补充说明.txt': Buffer.from('补充说明\n'),
  'R01/许可证.xml': Buffer.from('<?xml version="1.0" encoding="UTF-8"?><licence/>\n'),
}

export function orderOf(caseNumber: string, changed: Partial<CaseOrder> = {}): CaseOrder {
  return {
    format: 'licencevault.case/1',
    fonds: { code: 'J012', name: '云汀市市场监督管理局' },
    item: foodItem.code,
    itemVersion: 1,
    office: foodItem.authority,
    caseNumber,
    title: `${caseNumber} 食品经营许可（新办）`,
    applicants: ['山风茶馆'],
    outcome: 'granted',
    situations: [],
    acceptedOn: '2020-05-11',
    closedOn: '2020-05-20',
    steps: [{ action: '决定', actor: '审批处', at: '2020-05-20T02:00:00Z', opinion: '准予' }],
    licences: [],
    events: {},
    files: Object.entries(contents).map(([path, bytes]) => ({
      material: path.slice(0, 3),
      path,
      title: path.slice(4),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    ...changed,
  }
}

export async function* send({ files }: CaseOrder): AsyncGenerator<SentFile> {
  for (const { path } of files) yield { path, content: one(contents[path] ?? new Uint8Array()) }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What a journey through every kind of act left, by name. */
export interface Left {
  readonly filed: ReadonlyMap<string, Filed>
  readonly holds: Readonly<Record<'standing' | 'lifted' | 'lapsed', string>>
  /** Recorded and voided by recovery; recorded, its package kept, and cut off; recorded and cut off. */
  readonly voided: string
  readonly kept: string
  readonly cutOff: string
}

/** Documents whose case packages fail, before or after they are kept. */
const dying = (blobs: Blobs, when: 'before' | 'after'): Blobs => ({
  ...blobs,
  async put(key, ...rest) {
    if (when === 'before' && key.includes('/case/')) throw new Error('cut off')
    const info = await blobs.put(key, ...rest)
    if (key.includes('/case/')) throw new Error('cut off')
    return info
  },
})

/** Every kind of act, every refusal that leaves a row, and what crashes leave behind. From 1 June 2020 on. */
export async function liveThrough(office: Office): Promise<Left> {
  const { archive, ledger } = office
  const filed = new Map<string, Filed>()
  const file = async (number: string, changed: Partial<CaseOrder> = {}, correction?: string) => {
    const request = `file-${number}${correction ? `-${filed.size}` : ''}`
    const order = orderOf(number, changed)
    const done = await archive.filing.file(filer, request, order, send(order), { correction })
    filed.set(correction ? `${number} corrected` : number, done)
    return done
  }
  const leave = async (number: string, when: 'before' | 'after', correction?: string) => {
    const weak = await office.openWith({}, dying(office.blobs, when))
    const order = orderOf(number, correction ? { title: correction } : {})
    await weak.filing.file(filer, `left-${number}`, order, send(order), { correction }).catch(() => {})
    const entries = await Array.fromAsync(
      ledger.entries({ kind: correction ? 'case-corrected' : 'case-filed' }),
    )
    return entries.at(-1)?.entry.subject.slice('case:'.length) ?? ''
  }
  const record = async (kind: string, subject: string, more: object = {}) => {
    const actor = { application: 'market', role: 'officer' }
    const draft = { kind, subject, effectiveFrom: '2020-06-02', digests: {}, actor, ...more }
    await ledger.append([{ ...draft, authority: foodItem.authority.code }])
  }

  await archive.items.define(archivist, 'define', [foodItem, worksItem, strayItem])
  await archive.items.revise(archivist, 'revise', [{ ...worksItem, version: 2 }])
  await archive.items.retire(archivist, 'retire', strayItem.code, { on: '2020-06-01' })
  const table = tableOf('第一版', foodSchedule, { ...worksSchedule, itemVersion: 2 })
  await archive.schedules.propose(archivist, 'propose-1', table)
  await archive.schedules.approve(approver, 'approve-1', 1, { effectiveFrom: '2020-06-01' })
  await archive.schedules.propose(archivist, 'propose-2', tableOf('不妥', foodSchedule))
  await archive.schedules.decline(approver, 'decline-2', 2)

  await file('SP01')
  await file('SP02', { licences: [licenceOf(1)] })
  await file('SP03', { licences: [licenceOf(2), licenceOf(3)], outcome: 'refused' })
  const works = { item: worksItem.code, itemVersion: 2 }
  const withoutResult = { files: orderOf('').files.slice(0, 3) }
  // Refused for a file that is missing: one is filed later, one never, and of one no entry tells yet.
  const refuse = async (number: string) => {
    const lacking = orderOf(number, { ...works, files: withoutResult.files.slice(1) })
    await archive.filing.file(filer, `refused-${number}`, lacking, send(lacking)).catch(() => {})
  }
  await refuse('GC01')
  await refuse('GC02')
  await archive.filing.commitExceptions(archivist)
  const built = { ...works, ...withoutResult }
  await file('GC01', { ...built, events: { 'works-completed': '2020-05-25' } })
  await file('GC05', { ...built, events: { 'works-completed': '2020-05-25', 'works-begun': '2019-01-07' } })
  await file('GC05', { ...built, events: { 'works-begun': '2019-01-08' } }, '工程未竣工')
  await record('issued', licenceOf(1), { effectiveTo: '2023-05-31' })
  await record('issued', licenceOf(2))
  await archive.followLicences()

  office.setDay('2020-06-02')
  const early = [{ action: '决定', actor: '审批处', at: '2020-04-01T02:00:00Z' }]
  await file('SP04', { closedOn: '2020-04-01', acceptedOn: '2020-03-01', steps: early })
  const voided = await leave('SP05', 'before')
  await leave('SP01', 'before', '题名有误，作废')
  office.setDay('2020-06-03')
  await archive.filing.recover()
  await file('SP01', { title: '更正后的题名' }, '题名有误')
  await record('renew', licenceOf(2), { links: { successor: licenceOf(4) } })
  await record('issued', licenceOf(4), { effectiveTo: '2030-05-31' })
  await record('revoke', licenceOf(1))
  await record('kept', licenceOf(4))
  await archive.followLicences()
  const [gc, sp1, sp2] = ['GC01', 'SP01', 'SP02'].map((number) => filed.get(number)?.caseId ?? '')
  await archive.recordEvent(archivist, 'event-1', gc ?? '', { event: 'works-completed', on: '2020-06-01' })
  await archive.recordEvent(archivist, 'event-2', gc ?? '', { event: 'works-completed', on: '2020-06-02' })

  const order = { authority: '11339900MB9X000580', reason: '案件调查', decision: '纪函〔2020〕3号' }
  const from = { ...order, from: '2020-06-03' }
  const place = (request: string, more: object) =>
    archive.holds.place(archivist, request, { ...from, ...more })
  const { id: standing } = await place('hold-1', { cases: [sp2, sp1] })
  const { id: lifted } = await place('hold-2', { query: { item: foodItem.code } })
  const { id: lapsed } = await place('hold-3', { cases: [sp1], to: '2020-06-03' })
  await archive.holds.lift(archivist, 'lift-2', lifted, { decision: '解除〔2020〕1号' })

  const longer = tableOf('第二版', { ...foodSchedule, retention: 'D30' })
  await archive.schedules.propose(archivist, 'propose-3', longer)
  await archive.schedules.approve(approver, 'approve-3', 3, { effectiveFrom: '2020-06-03' })
  await archive.schedules.applyToFiled(approver, 'apply-3', { number: 3, decision: '鉴定〔2020〕2号' })
  office.setDay('2020-06-04')
  await archive.holds.lapse(archivist)
  await file('SP06', { licences: [licenceOf(4)] })
  // Many at once: their entries stand apart from one another, more than are read together.
  await Promise.all(Array.from({ length: 40 }, (_, at) => file(`PL${at}`)))
  await archive.schedules.propose(archivist, 'propose-4', tableOf('待批', foodSchedule))

  const use = (caseId: string, more: object) =>
    archive.uses.use(reader, { caseId, file: 1, purpose: 'approval', form: 'copy', ...more })
  await use(sp1 ?? '', {})
  await use(sp2 ?? '', { purpose: 'research' })
  await archive.uses.commit(archivist)
  await use(sp2 ?? '', { form: 'list' })
  await archive.uses.commit(archivist)

  await refuse('GC03')
  const kept = await leave('SP07', 'after')
  const cutOff = await leave('SP08', 'before')
  await archive.followLicences()
  return { filed, holds: { standing, lifted, lapsed }, voided, kept, cutOff }
}

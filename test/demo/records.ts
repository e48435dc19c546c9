import { caseParts, type UseAnswer, type VaultClient } from '@licencevault/api'
import { type CityCase, citySchedule, makeCases, serviceItems } from '@licencevault/city'
import Table from 'cli-table3'
import wrapAnsi from 'wrap-ansi'

/**
 * The second act: finished cases are filed, and an archivist asks what falls due by the end of the year, why, what
 * stands in the way, and who may use what.
 */
export interface RecordsOptions {
  readonly archive: VaultClient['archive']
  /** Civil date in the city. */
  readonly today: string
  readonly run: string
  readonly say: (text: string) => void
  readonly onFiled: () => void
}

export const caseCount = 300
const itemCount = 40
const atOnce = 32

/** 40 items, spread over the offices. */
function chosenItems() {
  const all = serviceItems().map(({ item }) => item)
  return Array.from({ length: itemCount }, (_, n) => all[n * 23]).flatMap((item) => item ?? [])
}

/** Items, and a table for them that one person proposes and another approves. Run again it is the same act. */
async function openRecords({ archive, today }: RecordsOptions): Promise<void> {
  const items = chosenItems()
  const codes = new Set(items.map(({ code }) => code))
  const table = {
    format: 'licencevault.schedule/1',
    title: '归档范围和保管期限表',
    items: citySchedule().items.filter(({ item }) => codes.has(item)),
  }
  const definitionsJson = items.map((item) => JSON.stringify(item))
  await archive.defineItems({ requestId: 'demo-items', user: 'wang', definitionsJson })
  const scheduleJson = JSON.stringify(table)
  const { number } = await archive.proposeSchedule({ requestId: 'demo-table', user: 'wang', scheduleJson })
  const { state } = await archive.getSchedule({ number })
  if (state?.state !== 'proposed') return
  const requestId = 'demo-approval'
  await archive.approveSchedule({ requestId, user: 'li', number, effectiveFrom: today })
}

/** Files the cases, many on their way at once. */
export async function fileCases(options: RecordsOptions): Promise<void> {
  await openRecords(options)
  const closed = { from: '2009-01-05', to: '2026-11-20' }
  const cases = makeCases({ seed: 'demo', count: caseCount, items: chosenItems(), closed })
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of cases) {
        await fileOne(options.archive, one)
        options.onFiled()
      }
    }),
  )
}

function fileOne(archive: VaultClient['archive'], { order, files }: CityCase) {
  const requestId = `demo-${order.caseNumber}`
  const open = (path: string) => files.get(path) ?? new Uint8Array()
  return archive.fileCase(caseParts({ requestId, user: 'zhou', case: order, open }))
}

/** What an archivist asks, and what the archive answers. */
export async function askRecords(options: RecordsOptions): Promise<void> {
  const { archive, today, say } = options
  const query = { to: `${today.slice(0, 4)}-12-31` }
  const { cases } = await archive.findDue({ query, page: { size: 500 } })
  const { by } = await archive.countDue({ query, by: 'year' })
  say(`What falls due by ${query.to}? ${cases.length} of ${caseCount} cases.
${query.to} 前到期的有哪些？${caseCount} 件中有 ${cases.length} 件。`)
  const years = tableOf('due in 到期年度', 'cases 件数')
  for (const { value, cases: count } of by) years.push([value, count])
  say(years.toString())
  const due = tableOf('due on 到期', 'archival number 档号', 'title 题名', 'kept 期限')
  for (const { dueOn, archivalNumber, title, retention } of cases.slice(-5))
    due.push([dueOn, archivalNumber, wrapAnsi(title, 44, { hard: true }), retention])
  say(due.toString())
  const last = cases.at(-1)
  if (!last) return
  await explain(options, last.caseId)
  await hold(options, last.caseId)
  await use(options, last.caseId)
}

async function explain({ archive, say }: RecordsOptions, caseId: string): Promise<void> {
  const { case: found, why } = await archive.explainCase({ caseId })
  const table = tableOf(`why ${found?.archivalNumber} 理由`)
  for (const { sentence } of why)
    table.push([wrapAnsi(`${sentence?.en}\n${sentence?.zh}`, 90, { hard: true })])
  say(table.toString())
}

/** Until it is lifted nothing may be destroyed; lifted again, so that the demo can be run once more. */
async function hold({ archive, today, run, say }: RecordsOptions, caseId: string): Promise<void> {
  const { id } = await archive.placeHold({
    requestId: `demo-${run}-hold`,
    user: 'wang',
    authority: '11339900MB9X00023D',
    reason: '案件调查',
    decision: '云市调〔2026〕3号',
    from: today,
    cases: [caseId],
  })
  const { case: held, destructionOn, destructionBecause } = await archive.explainCase({ caseId })
  const [order] = held?.holds ?? []
  say(`A hold: ${order?.decision} (${order?.reason}) since ${order?.from}. Earliest destruction: ${destructionOn || 'none while it stands'} (${destructionBecause}).
冻结：${order?.decision}（${order?.reason}），自 ${order?.from} 起。最早可销毁日：${destructionOn || '冻结期间无'}。`)
  await archive.liftHold({ requestId: `demo-${run}-lift`, user: 'wang', id, decision: '云市调〔2026〕4号' })
}

async function use({ archive, say }: RecordsOptions, caseId: string): Promise<void> {
  const { files } = await archive.listCaseFiles({ caseId })
  const asked = [
    { file: 1, form: 'USE_FORM_COPY', purpose: 'research' },
    { file: files.length, form: 'USE_FORM_COPY', purpose: 'holder' },
  ] as const
  const table = tableOf('use 利用', 'purpose 目的', 'answer 答复')
  for (const request of asked) {
    const parts = await Array.fromAsync(archive.use({ user: 'zhao', caseId, ...request }))
    const bytes = parts.reduce((sum, { chunk }) => sum + (chunk?.length ?? 0), 0)
    const answer = parts[0]?.answer
    const title = answer?.file?.title ?? files[request.file - 1]?.path ?? ''
    table.push([title, request.purpose, wrapAnsi(said(answer, bytes), 60, { hard: true })])
  }
  say(table.toString())
}

function said(answer: UseAnswer | null | undefined, bytes: number): string {
  if (answer?.granted) return `granted: a copy of ${bytes} bytes\n准予：复制件 ${bytes} 字节`
  const sentence = answer?.refusal?.sentence
  return `refused: ${sentence?.en}\n拒绝：${sentence?.zh}`
}

function tableOf(...head: string[]) {
  return new Table({ head, style: { head: [], border: [] } })
}

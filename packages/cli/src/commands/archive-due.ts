import type { VaultClient } from '@licencevault/api'
import type { Command } from 'commander'
import { withVault } from '../door.ts'
import type { Add, ArchiveOptions } from './acting.ts'

type Narrowing = ArchiveOptions &
  Partial<Record<'fonds' | 'class' | 'item' | 'office' | 'retention' | 'by', string>> & {
    readonly held?: boolean
  }
type ExceptionOptions = ArchiveOptions &
  Partial<Record<'office' | 'kind', string>> & { readonly settled?: boolean; readonly count?: boolean }
type DueOptions = Narrowing & Partial<Record<'from' | 'to', string>>

/** What falls due, what never does or waits, and what is late. */
export function addDue(add: Add): void {
  const listed = (command: Command) =>
    command
      .option('--fonds <CODE>')
      .option('--class <CODE>')
      .option('--item <CODE>')
      .option('--office <USCC>')
      .option('--retention <CODE>', 'such as D10')
      .option('--held', 'only held ones')
      .option('--no-held', 'only such as are not held')
      .option('--cursor <CURSOR>', 'go on where the last page ended')
  listed(add('due', 'what falls due, in the order of the due date'))
    .option('--from <DATE>')
    .option('--to <DATE>')
    .option('--by <WHAT>', 'count instead, by fonds, class, item, office, retention, held, year or month')
    .action(async ({ from = '', to = '', ...options }: DueOptions) => {
      const query = { from, to, ...narrowed(options) }
      await listOrCount(options, {
        list: (vault, page) => vault.archive.findDue({ query, page }),
        count: (vault, by) => vault.archive.countDue({ query, by }),
        columns: ['dueOn', 'archivalNumber', 'title', 'retention', 'holds', 'caseId'],
      })
    })
  listed(add('undated', 'what has no day to fall due, in the order of filing'))
    .argument('<STATE>', 'permanent, or open: waiting for an event or for the end of a licence')
    .option('--by <WHAT>', 'count instead, by fonds, class, item, office, retention or held')
    .action(async (state: string, options: Narrowing) => {
      const query = { state, ...narrowed(options) }
      await listOrCount(options, {
        list: (vault, page) => vault.archive.findUndated({ query, page }),
        count: (vault, by) => vault.archive.countUndated({ query, by }),
        columns: ['filedOn', 'archivalNumber', 'title', 'retention', 'holds', 'caseId'],
      })
    })
  add('exceptions', 'cases filed late or not at all, the longest overdue first')
    .option('--office <USCC>')
    .option('--kind <KIND>', 'incomplete, failed or late')
    .option('--settled', 'those that failed first and were filed in time after all')
    .option('--count', 'count instead, by office, and tell how late cases were filed')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(async (options: ExceptionOptions) => {
      if (options.count) return countExceptions(options)
      const { office = '', kind = '', settled = false, cursor = '' } = options
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const request = { office, kind, settled, page: { cursor } }
        const { exceptions, nextCursor } = await vault.archive.findExceptions(request)
        const columns = ['office', 'caseNumber', 'kind', 'closedOn', 'allowedUntil', 'daysLate', 'reason']
        printList(exceptions, columns, { ...options, next: nextCursor })
      })
    })
}

async function countExceptions({ office = '', ...options }: ExceptionOptions): Promise<void> {
  const { printList } = await import('../answers.ts')
  await withVault(options, process.env, async (vault) => {
    const { offices } = await vault.archive.countExceptions({ office })
    const days = ['daysLateP50', 'daysLateP90', 'daysLateMost']
    printList(offices, ['office', 'incomplete', 'failed', 'late', ...days], options)
  })
}

/** The part of a query that every list of cases has. */
export function narrowed(options: Omit<Narrowing, keyof ArchiveOptions | 'by'>) {
  const { fonds = '', class: category = '', item = '', office = '', retention = '', held } = options
  const query = { fonds, class: category, item, office, retention }
  return held === undefined ? query : { ...query, held }
}

interface Asked {
  readonly list: (
    vault: VaultClient,
    page: { readonly cursor: string },
  ) => ReturnType<VaultClient['archive']['findDue']>
  readonly count: (vault: VaultClient, by: string) => ReturnType<VaultClient['archive']['countDue']>
  readonly columns: readonly string[]
}

async function listOrCount(options: Narrowing, { list, count, columns }: Asked): Promise<void> {
  const { printAnswer, printList } = await import('../answers.ts')
  await withVault(options, process.env, async (vault) => {
    if (options.by !== undefined) {
      const counted = await count(vault, options.by)
      if (options.json) printAnswer(counted, options)
      else printList([...counted.by, { value: 'all', cases: counted.cases }], ['value', 'cases'], options)
      return
    }
    const { cases, nextCursor } = await list(vault, { cursor: options.cursor ?? '' })
    const rows = options.json ? cases : cases.map((one) => ({ ...one, holds: heldBy(one.holds) }))
    printList(rows, columns, { ...options, next: nextCursor })
  })
}

const heldBy = (holds: readonly { readonly decision: string }[]) =>
  holds.map(({ decision }) => decision).join(', ')

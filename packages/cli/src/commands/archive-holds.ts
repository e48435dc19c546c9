import { withVault } from '../door.ts'
import { type Add, type ArchiveOptions, acting, actor } from './acting.ts'
import { narrowed } from './archive-due.ts'
import { answer } from './catalogue.ts'

type HoldOptions = ArchiveOptions &
  Record<'authority' | 'reason' | 'decision' | 'from', string> &
  Partial<
    Record<
      'to' | 'undated' | 'dueFrom' | 'dueTo' | 'fonds' | 'class' | 'item' | 'office' | 'retention',
      string
    >
  >

/** Holds: placing and lifting them, and what they stop. */
export function addHolds(add: Add): void {
  acting(add('hold', 'place a hold on cases, or on whatever falls due as told, at this moment'))
    .argument('[CASE...]', 'their ids; none where they are found by what follows')
    .requiredOption('--authority <USCC>', 'who ordered it')
    .requiredOption('--reason <TEXT>')
    .requiredOption('--decision <TEXT>', 'number of the order')
    .requiredOption('--from <DATE>')
    .option('--to <DATE>', 'last day; none unless told')
    .option('--undated <STATE>', 'of what has no day to fall due: permanent or open')
    .option('--due-from <DATE>')
    .option('--due-to <DATE>')
    .option('--fonds <CODE>')
    .option('--class <CODE>')
    .option('--item <CODE>')
    .option('--office <USCC>')
    .option('--retention <CODE>', 'such as D10')
    .action((cases: string[], options: HoldOptions) => {
      const { authority, reason, decision, from, to = '', dueFrom = '', dueTo = '', undated } = options
      const narrowing = narrowed(options)
      const query = { from: dueFrom, to: dueTo, ...narrowing }
      const found = Object.values(query).some((value) => value !== '')
      const whose =
        undated === undefined ? (found ? { query } : {}) : { undated: { state: undated, ...narrowing } }
      const which = { cases, ...whose }
      return answer(options, (vault) =>
        vault.archive.placeHold({ ...actor(options), authority, reason, decision, from, to, ...which }),
      )
    })
  acting(add('lift', 'lift a hold'))
    .argument('<HOLD>', 'its id')
    .requiredOption('--decision <TEXT>', 'number of the decision')
    .action((id: string, options: ArchiveOptions & { readonly decision: string }) =>
      answer(options, (vault) =>
        vault.archive.liftHold({ ...actor(options), id, decision: options.decision }),
      ),
    )
  add('holds', 'list holds')
    .option('--lifted', 'lifted ones too')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(async (options: ArchiveOptions & { readonly lifted?: true }) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const request = { withLifted: options.lifted ?? false, page: { cursor: options.cursor ?? '' } }
        const { holds, nextCursor } = await vault.archive.listHolds(request)
        printList(holds, ['id', 'decision', 'from', 'to', 'cases', 'lifted'], {
          ...options,
          next: nextCursor,
        })
      })
    })
  add('held', 'list the cases that a hold stops')
    .argument('<HOLD>', 'its id')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(async (id: string, options: ArchiveOptions) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const { caseIds, nextCursor } = await vault.archive.listHeldCases({
          id,
          page: { cursor: options.cursor ?? '' },
        })
        const rows = caseIds.map((caseId) => ({ caseId }))
        printList(rows, ['caseId'], { ...options, next: nextCursor })
      })
    })
}

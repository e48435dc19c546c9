import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { UseForm } from '@licencevault/api'
import { withVault } from '../door.ts'
import { exitCodes } from '../exit-codes.ts'
import { enumOf } from '../words.ts'
import { type Add, type ArchiveOptions, acting, actor } from './acting.ts'
import { answer } from './catalogue.ts'

type DueOptions = ArchiveOptions &
  Partial<Record<'from' | 'to' | 'fonds' | 'class' | 'item' | 'office' | 'retention' | 'by', string>> & {
    readonly held?: boolean
  }

/** Cases: filing them, what falls due, holds and use. */
export function addRecords(add: Add): void {
  addFiling(add)
  addDue(add)
  addHolds(add)
  addUse(add)
}

function addFiling(add: Add): void {
  acting(add('file', 'file a finished case'))
    .argument('<FOLDER>', 'case.json (licencevault.case/1), and beside it its files by their paths')
    .option('--correction <WHY>', 'file a case anew that is filed already')
    .action(async (folder: string, options: ArchiveOptions & { readonly correction?: string }) => {
      const { caseParts, readCaseFolder } = await import('@licencevault/api')
      const { randomUUID } = await import('node:crypto')
      const sent = await readCaseFolder(folder)
      const { requestId = randomUUID(), user } = actor(options)
      const { correction = '' } = options
      await answer(options, (vault) =>
        vault.archive.fileCase(caseParts({ ...sent, requestId, user, correction })),
      )
    })
  add('case', 'what applies to a case, and why')
    .argument('<CASE>', 'its id, or its archival number')
    .action(async (which: string, options: ArchiveOptions) => {
      await answer(options, async (vault) => {
        const { case: found } = /^[0-9a-f]{32}$/.test(which)
          ? { case: { caseId: which } }
          : await vault.archive.findCase({ archivalNumber: which })
        return vault.archive.explainCase({ caseId: found?.caseId ?? which })
      })
    })
  add('files', 'list the files in the package of a case')
    .argument('<CASE>', 'its id')
    .option('--revision <N>', 'the latest unless told', Number)
    .action(async (caseId: string, options: ArchiveOptions & { readonly revision?: number }) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const { files } = await vault.archive.listCaseFiles({ caseId, revision: options.revision ?? 0 })
        printList(files, ['path', 'size'], options)
      })
    })
  add('fetch', 'get one file of a case, or its package')
    .argument('<CASE>', 'its id')
    .argument('[PATH]', 'as files lists it; the package whole, a ZIP file, unless told')
    .requiredOption('--output <FILE>', 'where to write it')
    .option('--revision <N>', 'the latest unless told', Number)
    .action(
      (
        caseId: string,
        path: string | undefined,
        options: ArchiveOptions & { readonly output: string; readonly revision?: number },
      ) =>
        answer(options, async (vault) => {
          const request = { caseId, path: path ?? '', revision: options.revision ?? 0 }
          return {
            output: options.output,
            bytes: await save(options.output, vault.archive.fetchCaseFile(request)),
          }
        }),
    )
  add('validate', 'read the package of a case and compare it with its manifests and the ledger')
    .argument('<CASE>', 'its id')
    .action((caseId: string, options: ArchiveOptions) =>
      answer(options, async (vault) => {
        const [answered] = await Array.fromAsync(vault.archive.validateCase({ caseId }))
        if (!answered?.valid) process.exitCode = exitCodes.notGenuine
        return answered
      }),
    )
  acting(add('event', 'record the day of an event that starts a term'))
    .argument('<CASE>', 'its id')
    .argument('<EVENT>', 'such as works-completed')
    .requiredOption('--on <DATE>')
    .action((caseId: string, event: string, options: ArchiveOptions & { readonly on: string }) =>
      answer(options, (vault) =>
        vault.archive.recordEvent({ ...actor(options), caseId, event, on: options.on }),
      ),
    )
}

function addDue(add: Add): void {
  add('due', 'what falls due, in the order of the due date')
    .option('--from <DATE>')
    .option('--to <DATE>')
    .option('--fonds <CODE>')
    .option('--class <CODE>')
    .option('--item <CODE>')
    .option('--office <USCC>')
    .option('--retention <CODE>', 'such as D10')
    .option('--held', 'only held ones')
    .option('--no-held', 'only such as are not held')
    .option('--by <WHAT>', 'count instead, by fonds, class, item, office, retention, held or year')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(async (options: DueOptions) => {
      const { printAnswer, printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const query = dueQuery(options)
        if (options.by !== undefined) {
          printAnswer(await vault.archive.countDue({ query, by: options.by }), options)
          return
        }
        const page = { cursor: options.cursor ?? '' }
        const { cases, nextCursor } = await vault.archive.findDue({ query, page })
        const columns = ['dueOn', 'archivalNumber', 'title', 'retention', 'holds', 'caseId']
        const rows = options.json ? cases : cases.map((one) => ({ ...one, holds: heldBy(one.holds) }))
        printList(rows, columns, { ...options, next: nextCursor })
      })
    })
  add('exceptions', 'late and failed cases, the longest overdue first')
    .option('--office <USCC>')
    .option('--kind <KIND>', 'incomplete, failed or late')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(async (options: ArchiveOptions & { readonly office?: string; readonly kind?: string }) => {
      const { office = '', kind = '', cursor = '' } = options
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const request = { office, kind, page: { cursor } }
        const { exceptions, nextCursor } = await vault.archive.findExceptions(request)
        const columns = ['office', 'caseNumber', 'kind', 'closedOn', 'allowedUntil', 'daysLate', 'reason']
        printList(exceptions, columns, { ...options, next: nextCursor })
      })
    })
}

const heldBy = (holds: readonly { readonly decision: string }[]) =>
  holds.map(({ decision }) => decision).join(', ')

function dueQuery(options: DueOptions) {
  const {
    from = '',
    to = '',
    fonds = '',
    class: category = '',
    item = '',
    office = '',
    retention = '',
    held,
  } = options
  const query = { from, to, fonds, class: category, item, office, retention }
  return held === undefined ? query : { ...query, held }
}

function addHolds(add: Add): void {
  acting(add('hold', 'place a hold on cases'))
    .argument('<CASE...>', 'their ids')
    .requiredOption('--authority <USCC>', 'who ordered it')
    .requiredOption('--reason <TEXT>')
    .requiredOption('--decision <TEXT>', 'number of the order')
    .requiredOption('--from <DATE>')
    .option('--to <DATE>', 'last day; none unless told')
    .action(
      (
        cases: string[],
        options: ArchiveOptions &
          Record<'authority' | 'reason' | 'decision' | 'from', string> & { readonly to?: string },
      ) => {
        const { authority, reason, decision, from, to = '' } = options
        return answer(options, (vault) =>
          vault.archive.placeHold({ ...actor(options), authority, reason, decision, from, to, cases }),
        )
      },
    )
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
}

function addUse(add: Add): void {
  acting(add('use', 'use a case: refused by name, or the list entry, extract or copy'))
    .argument('<CASE>', 'its id')
    .option('--file <N>', "number of the file; the case's own entry unless told", Number)
    .option('--purpose <PURPOSE>', 'such as enforcement or judicial')
    .requiredOption('--form <FORM>', 'list, extract, copy or certified-copy')
    .option('--application <NUMBER>', 'approved application, where one is needed')
    .option('--holder-consent <REFERENCE>')
    .option('--office-consent <REFERENCE>')
    .option('--output <FILE>', 'where to write a copy')
    .action(
      async (
        caseId: string,
        options: ArchiveOptions &
          Partial<
            Record<'purpose' | 'application' | 'holderConsent' | 'officeConsent' | 'output', string>
          > & { readonly form: string; readonly file?: number },
      ) => {
        const { purpose = '', application = '', holderConsent = '', officeConsent = '', file = 0 } = options
        const form = enumOf('USE_FORM_', options.form) as UseForm
        const request = { caseId, file, purpose, form, application, holderConsent, officeConsent }
        const { user } = actor(options)
        await answer(options, async (vault) => {
          const parts = vault.archive.use({ ...request, user })[Symbol.asyncIterator]()
          const first = await parts.next()
          const answered = first.done ? null : first.value.answer
          if (!answered?.granted) process.exitCode = exitCodes.notGenuine
          const rest = { [Symbol.asyncIterator]: () => parts }
          if (options.output) await save(options.output, rest)
          else await parts.return?.()
          return answered
        })
      },
    )
  add('uses', 'uses and refusals on record')
    .option('--case <CASE>', 'its id')
    .option('--application <NAME>')
    .option('--by <USER>')
    .option('--from <TIME>', 'such as 2026-11-01T00:00:00Z')
    .option('--to <TIME>')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(
      async (
        options: ArchiveOptions & Partial<Record<'case' | 'application' | 'by' | 'from' | 'to', string>>,
      ) => {
        const { case: caseId = '', application = '', by = '', from = '', to = '', cursor = '' } = options
        const { printList } = await import('../answers.ts')
        await withVault(options, process.env, async (vault) => {
          const request = { caseId, application, user: by, from, to, page: { cursor } }
          const { uses, nextCursor } = await vault.archive.findUses(request)
          const columns = ['at', 'application', 'user', 'caseId', 'file', 'purpose', 'form', 'outcome']
          printList(uses, columns, { ...options, next: nextCursor })
        })
      },
    )
}

interface Part {
  readonly chunk?: Buffer
}

/** Writes what is streamed as it comes; answers its size. */
async function save(output: string, parts: AsyncIterable<Part>): Promise<number> {
  let size = 0
  await pipeline(async function* () {
    for await (const { chunk } of parts) {
      if (!chunk) continue
      size += chunk.length
      yield chunk
    }
  }, createWriteStream(output))
  return size
}

import { createReadStream } from 'node:fs'
import type { DryRunScheduleResponse, VaultClient } from '@licencevault/api'
import type { Command } from 'commander'
import { reachingVault, withVault } from '../door.ts'
import { exitCodes } from '../exit-codes.ts'
import { notReadable } from '../files.ts'
import { MAX_ORDINAL, ordinalIn, wholeNumberIn } from '../numbers.ts'
import { save } from '../save.ts'
import { type Language, languageAsked } from '../terminal.ts'
import { type ArchiveOptions, acting, actor } from './acting.ts'
import { answer } from './catalogue.ts'

/** `vault archive schedule …`: the tables of filing scope, retention and use. */
export function addSchedule(archive: Command): void {
  const word = archive
    .command('schedule')
    .summary('tables of filing scope, retention and use · 归档范围和保管期限表')
  const add = (name: string, summary: string) => reachingVault(word.command(name).summary(summary))

  acting(add('propose', 'propose a table; what is wrong with it is listed by row and column'))
    .argument('<FILE>', 'CSV as a spreadsheet writes it')
    .requiredOption('--title <TEXT>', 'what it shall be called')
    .action(async (file: string, options: ArchiveOptions & { readonly title: string }) => {
      const { printAnswer } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const scheduleJson = await readTable(vault, file, options)
        if (scheduleJson !== undefined)
          printAnswer(await vault.archive.proposeSchedule({ ...actor(options), scheduleJson }), options)
      })
    })
  add('dry-run', 'what a table would change, by item and office')
    .argument('<FILE-OR-NUMBER>', 'CSV, or the number of a table that was proposed')
    .action(async (what: string, options: ArchiveOptions) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const number = wholeNumberIn(what, 1, MAX_ORDINAL)
        const table = number
          ? { number }
          : { scheduleJson: await readTable(vault, what, { ...options, title: what }) }
        if ('scheduleJson' in table && table.scheduleJson === undefined) return
        const rows = await Array.fromAsync(vault.archive.dryRunSchedule(table as { readonly number: number }))
        const columns = ['item', 'name', 'office', 'changes', 'filed', 'lookedAt', 'dates', 'examples']
        const language = languageAsked(process.argv, process.env)
        printList(options.json ? rows : rows.map((row) => inWords(row, language)), columns, options)
      })
    })
  acting(add('approve', 'approve a table that somebody else proposed'))
    .argument('<NUMBER>', '', ordinalIn)
    .requiredOption('--from <DATE>', 'since when it is in force')
    .action((number: number, options: ArchiveOptions & { readonly from: string }) =>
      answer(options, (vault) =>
        vault.archive.approveSchedule({ ...actor(options), number, effectiveFrom: options.from }),
      ),
    )
  acting(add('decline', 'decline a table'))
    .argument('<NUMBER>', '', ordinalIn)
    .action((number: number, options: ArchiveOptions) =>
      answer(options, (vault) => vault.archive.declineSchedule({ ...actor(options), number })),
    )
  acting(add('apply', 'apply an approved table to cases that are filed already'))
    .argument('<NUMBER>', '', ordinalIn)
    .requiredOption('--decision <TEXT>', 'number of the appraisal decision')
    .option('--item <CODE>', 'only this item', (code: string, before: string[] = []) => [...before, code])
    .action(
      (number: number, options: ArchiveOptions & { readonly decision: string; readonly item?: string[] }) =>
        answer(options, (vault) =>
          vault.archive.applyToFiled({
            ...actor(options),
            number,
            decision: options.decision,
            items: options.item ?? [],
          }),
        ),
    )
  add('list', 'list all tables').action(async (options: ArchiveOptions) => {
    const { printList } = await import('../answers.ts')
    await withVault(options, process.env, async (vault) => {
      const { schedules } = await vault.archive.listSchedules({})
      printList(schedules, ['number', 'state', 'title', 'items', 'effectiveFrom'], options)
    })
  })
  add('coverage', 'list items that have no complete table')
    .option('--on <DATE>', 'today unless told')
    .action(async (options: ArchiveOptions & { readonly on?: string }) => {
      const { printAnswer, printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const coverage = await vault.archive.getCoverage({ on: options.on ?? '' })
        if (options.json) printAnswer(coverage, options)
        else printList(coverage.gaps, ['item', 'name', 'missing', 'materials'], options)
      })
    })
  add('export', 'write the tables in force as a spreadsheet')
    .requiredOption('--output <FILE>', 'where to write the CSV')
    .option('--on <DATE>', 'today unless told')
    .action(async (options: ArchiveOptions & { readonly output: string; readonly on?: string }) => {
      await answer(options, async (vault) => {
        const parts = vault.archive.writeSchedule({ on: options.on ?? '' })
        return { output: options.output, bytes: await save(options.output, parts) }
      })
    })
}

/** The table in a file; `undefined` where it is wrong, which is then said. */
async function readTable(
  vault: VaultClient,
  file: string,
  options: ArchiveOptions & { readonly title: string },
): Promise<string | undefined> {
  const { printList } = await import('../answers.ts')
  async function* parts() {
    yield { title: options.title }
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: 60 * 1024 })) yield { chunk }
    } catch (cause) {
      throw notReadable(file, cause)
    }
  }
  const { findings, scheduleJson } = await vault.archive.readSchedule(parts())
  if (findings.length === 0) return scheduleJson
  printList(findings, ['row', 'column', 'code', 'sentence.zh', 'sentence.en'], options)
  process.exitCode = exitCodes.notGenuine
  return undefined
}

const kinds = {
  earlier: { en: 'earlier', zh: '提前' },
  later: { en: 'later', zh: '推后' },
  dated: { en: 'get a day', zh: '可定到期日' },
  waiting: { en: 'wait', zh: '待定' },
  never: { en: 'never', zh: '永久' },
  dueAtOnce: { en: 'due at once', zh: '立即到期' },
} as const

/** A row of the dry run for people: counts that are not zero, and a case of each kind as it is and would be. */
function inWords(row: DryRunScheduleResponse, language: Language) {
  const none = { en: 'no day', zh: '无' }[language]
  const dates = (Object.keys(kinds) as (keyof typeof kinds)[])
    .filter((kind) => row[kind] > 0)
    .map((kind) => `${row[kind]} ${kinds[kind][language]}`)
  return {
    ...row,
    changes: row.changes
      .map(({ material, what, before, after }) =>
        `${material} ${what}: ${before?.[language]} → ${after?.[language]}`.trim(),
      )
      .join('\n'),
    dates: dates.join('\n'),
    examples: row.examples
      .map(
        ({ archivalNumber, dueBefore, dueAfter }) =>
          `${archivalNumber}: ${dueBefore || none} → ${dueAfter || none}`,
      )
      .join('\n'),
  }
}

import type { Command } from 'commander'
import { reachingVault, withVault } from '../door.ts'
import { ordinalIn } from '../numbers.ts'
import { type Add, type ArchiveOptions, acting, actor } from './acting.ts'
import { addDue } from './archive-due.ts'
import { addFiling } from './archive-filing.ts'
import { addHolds } from './archive-holds.ts'
import { addSchedule } from './archive-schedule.ts'
import { addUse } from './archive-use.ts'
import { answer } from './catalogue.ts'

/** `vault archive …`: what must be kept, how long, who may use it, what falls due. */
export function addArchive(program: Command): void {
  const word = program
    .command('archive')
    .summary('what is kept, how long, who may use it, what falls due · 归档')
  const add: Add = (name, summary) => reachingVault(word.command(name).summary(summary))
  addItems(add)
  addSchedule(word)
  addFiling(add)
  addDue(add)
  addHolds(add)
  addUse(add)
}

function addItems(add: Add): void {
  for (const [name, method, summary] of [
    ['define-items', 'defineItems', 'take in new service items'],
    ['revise-items', 'reviseItems', 'take in the next versions of service items'],
  ] as const) {
    acting(add(name, summary))
      .argument('<FILE>', 'JSON: one licencevault.item/1, or a list of them')
      .action(async (file: string, options: ArchiveOptions) => {
        const { readJson } = await import('../inputs.ts')
        const value = await readJson(file)
        const definitionsJson = (Array.isArray(value) ? value : [value]).map((item) => JSON.stringify(item))
        await answer(options, (vault) => vault.archive[method]({ ...actor(options), definitionsJson }))
      })
  }
  acting(add('retire-item', 'file nothing more under an item'))
    .argument('<CODE>')
    .requiredOption('--on <DATE>')
    .action((code: string, options: ArchiveOptions & { readonly on: string }) =>
      answer(options, (vault) => vault.archive.retireItem({ ...actor(options), code, on: options.on })),
    )
  add('item', 'show one version of an item')
    .argument('<CODE>')
    .option('--version <N>', 'the newest unless told', ordinalIn)
    .action((code: string, options: ArchiveOptions & { readonly version?: number }) =>
      answer(
        options,
        async (vault) => (await vault.archive.getItem({ code, version: options.version ?? 0 })).item,
      ),
    )
  add('items', 'list service items')
    .option('--name <TEXT>', 'part of the name')
    .option('--type <TYPE>', 'such as permit or service')
    .option('--authority <USCC>')
    .option('--variant-of <CODE>')
    .option('--retired', 'retired ones too')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(
      async (
        options: ArchiveOptions &
          Partial<Record<'name' | 'type' | 'authority' | 'variantOf', string>> & { retired?: true },
      ) => {
        const { name = '', type = '', authority = '', variantOf = '', retired = false, cursor = '' } = options
        const { printList } = await import('../answers.ts')
        await withVault(options, process.env, async (vault) => {
          const criteria = { nameContains: name, type, authority, variantOf, withRetired: retired }
          const { items, nextCursor } = await vault.archive.findItems({ ...criteria, page: { cursor } })
          printList(items, ['code', 'version', 'name.zh', 'type'], { ...options, next: nextCursor })
        })
      },
    )
}

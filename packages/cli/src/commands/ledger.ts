import type { Command } from 'commander'
import { type DoorOptions, reachingVault, withVault } from '../door.ts'
import { answer } from './catalogue.ts'

type Options = DoorOptions & { readonly json?: true }

interface EntryOptions extends Options {
  readonly after?: number
  readonly kind?: string
  readonly subject?: string
  readonly limit?: number
  readonly follow?: true
}

/** `vault ledger …`: checkpoints, proofs and entries. */
export function addLedger(program: Command): void {
  const word = program.command('ledger').summary('checkpoints, proofs and entries · 账本')
  const add = (name: string, summary: string) => reachingVault(word.command(name).summary(summary))

  add('checkpoint', 'the newest signed checkpoint').action((options: Options) =>
    answer(options, (vault) => vault.ledger.checkpoint({})),
  )
  add('inclusion', 'prove that an entry stands in the ledger')
    .argument('<INDEX>', '', Number)
    .option('--size <N>', 'of the tree; the newest unless told', Number)
    .action((index: number, options: Options & { readonly size?: number }) =>
      answer(options, (vault) => vault.ledger.inclusion({ index, size: options.size ?? 0 })),
    )
  add('consistency', 'prove that the ledger only appended')
    .argument('<FROM>', 'the earlier size', Number)
    .argument('[TO]', 'the later size; the newest unless told', Number)
    .action((from: number, to: number | undefined, options: Options) =>
      answer(options, (vault) => vault.ledger.consistency({ from, to: to ?? 0 })),
    )
  add('entries', 'entries in their order, a line of JSON each')
    .option('--after <INDEX>', 'go on behind this one', Number)
    .option('--kind <KIND>', 'such as issued')
    .option('--subject <SUBJECT>', 'such as an identifier')
    .option('--limit <N>', '', Number)
    .option('--follow', 'wait for more')
    .action(async ({ after, kind = '', subject = '', limit = 0, follow, ...options }: EntryOptions) => {
      const { print } = await import('../terminal.ts')
      const request = {
        kind,
        subject,
        limit,
        follow: follow ?? false,
        ...(after === undefined ? {} : { after }),
      }
      await withVault(options, process.env, async (vault) => {
        for await (const { index, entry } of vault.ledger.entries(request)) {
          print(JSON.stringify({ index, entry: JSON.parse(entry.toString('utf8')) }))
        }
      })
    })
}

import type { Command } from 'commander'
import { type DoorOptions, reachingVault, withVault } from '../door.ts'
import { exitCodes } from '../exit-codes.ts'
import { countIn, indexIn } from '../numbers.ts'
import { print } from '../terminal.ts'
import { theService } from '../the-service.ts'
import { answer } from './catalogue.ts'

type Options = DoorOptions & { readonly json?: true }

interface EntryOptions extends Options {
  readonly after?: number
  readonly kind?: string
  readonly subject?: string
  readonly limit?: number
  readonly follow?: true
}

/** `vault ledger …`: checkpoints, proofs and entries; checking and rebuilding what is stored on this machine's settings. */
export function addLedger(program: Command): void {
  const word = program.command('ledger').summary('checkpoints, proofs and entries · 账本')
  addUpkeep(word)
  const add = (name: string, summary: string) => reachingVault(word.command(name).summary(summary))

  add('checkpoint', 'the newest signed checkpoint').action((options: Options) =>
    answer(options, (vault) => vault.ledger.checkpoint({})),
  )
  add('inclusion', 'prove that an entry stands in the ledger')
    .argument('<INDEX>', '', indexIn)
    .option('--size <N>', 'of the tree; the newest unless told', countIn)
    .action((index: number, options: Options & { readonly size?: number }) =>
      answer(options, (vault) => vault.ledger.inclusion({ index, size: options.size ?? 0 })),
    )
  add('consistency', 'prove that the ledger only appended')
    .argument('<FROM>', 'the earlier size', indexIn)
    .argument('[TO]', 'the later size; the newest unless told', countIn)
    .action((from: number, to: number | undefined, options: Options) =>
      answer(options, (vault) => vault.ledger.consistency({ from, to: to ?? 0 })),
    )
  add('entries', 'entries in their order, a line of JSON each')
    .option('--after <INDEX>', 'go on behind this one', indexIn)
    .option('--kind <KIND>', 'such as issued')
    .option('--subject <SUBJECT>', 'such as an identifier')
    .option('--limit <N>', '', countIn)
    .option('--follow', 'wait for more')
    .action(async ({ after, kind = '', subject = '', limit = 0, follow, ...options }: EntryOptions) => {
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

interface UpkeepOptions {
  readonly settings?: string
  readonly data?: string
}

/** Words for whoever runs the vault: they open its stores themselves, by its settings. */
function addUpkeep(word: Command): void {
  const add = (name: string, summary: string) =>
    word
      .command(name)
      .summary(summary)
      .option('--settings <FILE>', 'settings of the vault, YAML (VAULT_SETTINGS)')
      .option('--data <DIR>', 'its folder; ./data unless told')
      .option('--json', 'print the answer as JSON')
  add('fsck', 'make the ledger again and compare every row with it').action(
    async (options: UpkeepOptions) => {
      const { checkLedger } = await theService()
      const report = await checkLedger(await settingsOf(options))
      print(JSON.stringify(report, null, 2))
      if (report.count > 0) process.exitCode = exitCodes.notGenuine
    },
  )
  add('rebuild', 'bring an empty database back from the documents alone').action(
    async (options: UpkeepOptions) => {
      const { rebuildDatabase } = await theService()
      print(JSON.stringify(await rebuildDatabase(await settingsOf(options)), null, 2))
    },
  )
}

async function settingsOf({ settings: file, data }: UpkeepOptions): Promise<object> {
  const { readSettings } = await theService()
  const from = file ?? process.env.VAULT_SETTINGS
  return readSettings({
    ...(from === undefined ? {} : { file: from }),
    environment: process.env,
    given: { 'log.level': 'silent', ...(data === undefined ? {} : { data }) },
  })
}

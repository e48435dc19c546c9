import type { Command } from 'commander'
import { type DoorOptions, reachingVault, withVault } from '../door.ts'
import { moveOf, stateOf } from '../words.ts'
import { answer, named } from './catalogue.ts'

type Options = DoorOptions & { readonly json?: true; readonly requestId?: string }

interface Particulars {
  readonly decision?: string
  readonly legalBasis?: string
  readonly description?: string
  readonly until?: string
  readonly successor?: string
  readonly state?: string
  readonly effectiveFrom?: string
}

/** `vault status …`: changes what a licence is worth, and tells what it was worth when. */
export function addStatus(program: Command): void {
  const word = program.command('status').summary('suspend, restore, revoke, … and what was when · 状态')
  const add = (name: string, summary: string) => reachingVault(word.command(name).summary(summary))
  const deciding = (command: Command) =>
    command
      .option('--decision <TEXT>', '决定文书: the decision document')
      .option('--legal-basis <TEXT>', '法律依据')
      .option('--description <TEXT>', 'why a record is corrected, or what "otherwise" stands for')
      .option('--request-id <ID>', 'the same id with the same content answers the same')

  deciding(
    add(
      'change',
      'make a move: suspend, restore, revoke, rescind, cancel, withdraw, transfer, recall, correct, mark',
    ),
  )
    .argument('<IDENTIFIER>')
    .argument('<MOVE>')
    .option('--effective-from <TIME>', 'instant since when it holds; now unless told')
    .option('--until <DATE>', 'last day of a suspension')
    .option('--successor <IDENTIFIER>')
    .option('--state <STATE>', 'the state that a correction sets')
    .action((identifier: string, move: string, options: Options & Particulars) => {
      const { decision = '', legalBasis = '', description = '', until = '', successor = '' } = options
      const request = {
        ...named(options),
        identifier,
        move: moveOf(move),
        effectiveFrom: options.effectiveFrom ?? '',
        particulars: { decision, legalBasis, description, until, successor, state: stateOf(options.state) },
      }
      return answer(options, async (vault) => (await vault.status.change(request)).act)
    })
  deciding(add('replace', 'issue a licence that takes the place of another'))
    .argument('<IDENTIFIER>')
    .argument('<ORDER>', 'file with the order of the new one, JSON')
    .option('--move <MOVE>', 'replace 变更/换发, renew 延续 or reissue 补发', 'replace')
    .action(
      async (
        identifier: string,
        file: string,
        options: Options & Particulars & { readonly move: string },
      ) => {
        const { readOrder } = await import('../inputs.ts')
        const { decision = '', legalBasis = '', description = '' } = options
        const request = {
          ...named(options),
          identifier,
          move: moveOf(options.move),
          order: await readOrder(file),
          particulars: { decision, legalBasis, description },
        }
        await answer(options, (vault) => vault.status.replace(request))
      },
    )
  add('history', 'every act upon a licence')
    .argument('<IDENTIFIER>')
    .action(async (identifier: string, options: Options) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const { acts } = await vault.status.history({ identifier })
        const columns = ['index', 'kind', 'state', 'effectiveFrom', 'recordedAt', 'particulars.decision']
        printList(acts, columns, options)
      })
    })
  add('show', 'the status as of a moment, as it was known at another')
    .argument('<IDENTIFIER>')
    .option('--at <TIME>', 'now unless told')
    .option('--known-at <TIME>', 'now unless told')
    .action((identifier: string, options: Options & { readonly at?: string; readonly knownAt?: string }) =>
      answer(options, (vault) =>
        vault.status.asOf({ identifier, at: options.at ?? '', knownAt: options.knownAt ?? '' }),
      ),
    )
}

import type { Command } from 'commander'
import { type DoorOptions, reachingVault, withVault } from '../door.ts'
import { writeWhole } from '../files.ts'
import { stateOf } from '../words.ts'
import { answer, named } from './catalogue.ts'

type Options = DoorOptions & { readonly json?: true; readonly requestId?: string }

/** `vault issue …`: issues licences, hands out their files and finds them. */
export function addIssue(program: Command): void {
  const word = program.command('issue').summary('issue licences, fetch and find them · 签发')
  const add = (name: string, summary: string) => reachingVault(word.command(name).summary(summary))
  const requestId = ['--request-id <ID>', 'the same id with the same order answers the same licence'] as const

  add('new', 'issue one licence')
    .argument('<ORDER>', 'file with the order, JSON')
    .option(...requestId)
    .option('--output <FILE>', 'write its file there')
    .action(async (file: string, options: Options & { readonly output?: string }) => {
      const { readOrder } = await import('../inputs.ts')
      const order = await readOrder(file)
      await answer(options, async (vault) => {
        const { licence } = await vault.issue.issue({ ...named(options), order })
        if (options.output && licence)
          await save(options.output, vault.issue.fetch({ identifier: licence.identifier }))
        return licence
      })
    })
  add('many', 'issue many: a line { requestId, order } each, and a line of outcome each')
    .argument('<FILE>', 'lines of JSON; - is standard input')
    .action(async (file: string, options: Options) => {
      const { readOrders } = await import('../inputs.ts')
      const { printLine } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        for await (const outcome of vault.issue.issueMany(readOrders(file))) {
          if (outcome.problem) process.exitCode = 1
          printLine(outcome)
        }
      })
    })
  add('preview', 'draw a marked specimen; nothing is recorded')
    .argument('<ORDER>', 'file with the order, JSON')
    .requiredOption('--output <FILE>', 'where to write the PDF')
    .action(async (file: string, options: Options & { readonly output: string }) => {
      const { readOrder } = await import('../inputs.ts')
      const order = await readOrder(file)
      await answer(options, async (vault) => {
        const { pdf } = await vault.issue.preview({ order })
        await writeWhole(options.output, pdf)
        return { output: options.output, bytes: pdf.length }
      })
    })
  add('show', 'what is known of a licence')
    .argument('<IDENTIFIER>')
    .action((identifier: string, options: Options) =>
      answer(options, async (vault) => (await vault.issue.get({ identifier })).licence),
    )
  add('fetch', 'get the sealed file')
    .argument('<IDENTIFIER>')
    .requiredOption('--output <FILE>', 'where to write it')
    .action((identifier: string, options: Options & { readonly output: string }) =>
      answer(options, async (vault) => ({
        output: options.output,
        bytes: await save(options.output, vault.issue.fetch({ identifier })),
      })),
    )
  add('find', 'find licences by at least one of number, holder, type, identifier and state')
    .option('--identifier <ID>')
    .option('--number <NUMBER>')
    .option('--holder <CODE>', 'code of a holder')
    .option('--type <CODE>')
    .option('--state <STATE>', 'such as valid or suspended')
    .option('--authority <USCC>', 'narrows')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(
      async (
        options: Options &
          Record<
            'identifier' | 'number' | 'holder' | 'type' | 'state' | 'authority' | 'cursor',
            string | undefined
          >,
      ) => {
        const { identifier = '', number = '', holder = '', type = '', authority = '', cursor = '' } = options
        const { printList } = await import('../answers.ts')
        await withVault(options, process.env, async (vault) => {
          const { licences, nextCursor } = await vault.issue.find({
            identifier,
            number,
            holderCode: holder,
            typeCode: type,
            authority,
            state: stateOf(options.state),
            page: { cursor },
          })
          const columns = ['identifier', 'number', 'state', 'issuedOn', 'validity.until']
          printList(licences, columns, { ...options, next: nextCursor })
        })
      },
    )
  add('void', 'end a licence that cannot be finished')
    .argument('<IDENTIFIER>')
    .requiredOption('--why <TEXT>')
    .option(...requestId)
    .action((identifier: string, options: Options & { readonly why: string }) =>
      answer(
        options,
        async (vault) =>
          (await vault.issue.voidIssue({ ...named(options), identifier, why: options.why })).licence,
      ),
    )
}

type Parts = Parameters<typeof import('@licencevault/api').fileOf>[0]

/** Writes a fetched file once its digest was checked; answers its size. */
async function save(output: string, parts: Parts): Promise<number> {
  const { fileOf } = await import('@licencevault/api')
  const file = await fileOf(parts)
  await writeWhole(output, file)
  return file.length
}

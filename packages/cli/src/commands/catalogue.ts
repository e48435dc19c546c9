import type { AuthorityInput } from '@licencevault/api'
import type { Command } from 'commander'
import { type DoorOptions, reachingVault, withVault } from '../door.ts'
import { readWhole, writeWhole } from '../files.ts'
import { ordinalIn } from '../numbers.ts'

type Options = DoorOptions & { readonly json?: true; readonly requestId?: string }

/** `vault catalogue …`: licence types and authorities. */
export function addCatalogue(program: Command): void {
  const word = program.command('catalogue').summary('licence types and authorities · 目录')
  const add = (name: string, summary: string) => reachingVault(word.command(name).summary(summary))

  for (const [name, method, summary] of [
    ['define-type', 'defineType', 'take in a new licence type'],
    ['revise-type', 'reviseType', 'take in the next version of one'],
  ] as const) {
    add(name, summary)
      .argument('<FILE>', 'its definition, licencevault.type/1, JSON')
      .requiredOption('--template <FILE>', 'the template of its face, JSON')
      .option('--request-id <ID>', 'the same id with the same content answers the same')
      .action(async (file: string, options: Options & { readonly template: string }) => {
        const request = {
          ...named(options),
          definitionJson: await textIn(file),
          templateJson: await textIn(options.template),
        }
        await answer(options, async (vault) => (await vault.catalogue[method](request)).type)
      })
  }
  add('retire-type', 'issue nothing more of a type')
    .argument('<CODE>')
    .option('--request-id <ID>', 'the same id with the same content answers the same')
    .action((code: string, options: Options) =>
      answer(options, async (vault) => (await vault.catalogue.retireType({ ...named(options), code })).type),
    )
  add('type', 'show one version of a type, with its template')
    .argument('<CODE>')
    .option('--version <N>', 'the newest unless told', ordinalIn)
    .action((code: string, options: Options & { readonly version?: number }) =>
      answer(options, (vault) => vault.catalogue.getType({ ref: { code, version: options.version ?? 0 } })),
    )
  add('types', 'list licence types')
    .option('--name <TEXT>', 'part of the name')
    .option('--kind <KIND>', 'licence, approval or certificate')
    .option('--issuer <USCC>', 'an authority that may issue it')
    .option('--retired', 'retired ones too')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(
      async (
        options: Options & Record<'name' | 'kind' | 'issuer' | 'cursor', string> & { retired?: true },
      ) => {
        const { name = '', kind = '', issuer = '', retired = false, cursor = '' } = options
        const { printList } = await import('../answers.ts')
        await withVault(options, process.env, async (vault) => {
          const { types, nextCursor } = await vault.catalogue.findTypes({
            nameContains: name,
            kind,
            issuingAuthority: issuer,
            withRetired: retired,
            page: { cursor },
          })
          printList(types, ['ref.code', 'ref.version', 'name.zh', 'name.en', 'kind'], {
            ...options,
            next: nextCursor,
          })
        })
      },
    )
  for (const [name, method, summary] of [
    ['add-authority', 'addAuthority', 'take in an authority'],
    ['revise-authority', 'reviseAuthority', 'describe an authority anew'],
  ] as const) {
    add(name, summary)
      .argument(
        '<FILE>',
        'JSON: code, name { en, zh }, entitlements [{ typeCode, from }], receipts { since }',
      )
      .option('--seal <FILE>', 'certificate of its seal, DER', collect)
      .option('--request-id <ID>', 'the same id with the same content answers the same')
      .action(async (file: string, options: Options & { readonly seal?: readonly string[] }) => {
        const { readJson } = await import('../inputs.ts')
        const authority: AuthorityInput = {
          ...((await readJson(file)) as object),
          ...(options.seal ? { sealCertificates: await Promise.all(options.seal.map(readWhole)) } : {}),
        }
        await answer(
          options,
          async (vault) => (await vault.catalogue[method]({ ...named(options), authority })).authority,
        )
      })
  }
  add('authorities', 'list authorities')
    .option('--name <TEXT>', 'part of the name')
    .option('--cursor <CURSOR>', 'go on where the last page ended')
    .action(async (options: Options & Record<'name' | 'cursor', string>) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const { authorities, nextCursor } = await vault.catalogue.findAuthorities({
          nameContains: options.name ?? '',
          page: { cursor: options.cursor ?? '' },
        })
        printList(authorities, ['code', 'name.zh', 'name.en'], { ...options, next: nextCursor })
      })
    })
  add('publish', 'seal and publish the list of authorities')
    .requiredOption('--next-update <TIME>', 'when the next list is due, such as 2026-12-31T00:00:00Z')
    .option('--root <FILE>', 'CA of the seals, DER; those of the settings unless told', collect)
    .option('--request-id <ID>', 'the same id with the same content answers the same')
    .action(async (options: Options & { readonly nextUpdate: string; readonly root?: readonly string[] }) => {
      const roots = await Promise.all((options.root ?? []).map(readWhole))
      const request = { ...named(options), nextUpdate: options.nextUpdate, roots }
      await answer(options, async (vault) => (await vault.catalogue.publishAuthorityList(request)).list)
    })
  add('list', 'get the sealed list of authorities: what authenticate takes as --trust')
    .requiredOption('--output <FILE>', 'where to write it')
    .action(async (options: Options & { readonly output: string }) => {
      await answer(options, async (vault) => {
        const { list } = await vault.catalogue.getAuthorityList({})
        await writeWhole(options.output, list?.sealed ?? '')
        return { output: options.output, sequence: list?.sequence, nextUpdate: list?.nextUpdate }
      })
    })
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

async function textIn(file: string): Promise<string> {
  return Buffer.from(await readWhole(file)).toString('utf8')
}

/** Asks the vault and prints what it answers. */
export async function answer(options: Options, ask: Parameters<typeof withVault>[2]): Promise<void> {
  const { printAnswer } = await import('../answers.ts')
  printAnswer(await withVault(options, process.env, ask), options)
}

/** The request id that was given, if any; the client makes one otherwise. */
export function named({ requestId }: { readonly requestId?: string }): { readonly requestId?: string } {
  return requestId === undefined ? {} : { requestId }
}

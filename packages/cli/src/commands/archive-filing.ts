import type { VaultClient } from '@licencevault/api'
import { withVault } from '../door.ts'
import { exitCodes } from '../exit-codes.ts'
import { ordinalIn } from '../numbers.ts'
import { save } from '../save.ts'
import { type Add, type ArchiveOptions, acting, actor, tell } from './acting.ts'
import { answer } from './catalogue.ts'

/** Cases: filing them, their packages, and what applies to them. */
export function addFiling(add: Add): void {
  acting(add('file', 'file a finished case'))
    .argument('<FOLDER>', 'case.json (licencevault.case/1), and beside it its files by their paths')
    .option('--correction <WHY>', 'file a case anew that is filed already')
    .action(async (folder: string, options: ArchiveOptions & { readonly correction?: string }) => {
      const { caseParts, readCaseFolder } = await import('@licencevault/api')
      const { randomUUID } = await import('node:crypto')
      const sent = await readCaseFolder(folder)
      const { requestId = randomUUID(), user } = actor(options)
      const { correction = '' } = options
      const filed = (vault: VaultClient) =>
        vault.archive.fileCase(caseParts({ ...sent, requestId, user, correction }))
      await tell(options, filed, (words) => words.filedLines)
    })
  add('case', 'what applies to a case, and why')
    .argument('<CASE>', 'its id, or its archival number')
    .action(async (which: string, options: ArchiveOptions) => {
      const explained = async (vault: VaultClient) => {
        const { case: found } = /^[0-9a-f]{32}$/.test(which)
          ? { case: { caseId: which } }
          : await vault.archive.findCase({ archivalNumber: which })
        return vault.archive.explainCase({ caseId: found?.caseId ?? which })
      }
      await tell(options, explained, (words) => words.caseLines)
    })
  add('files', 'list the files in the package of a case')
    .argument('<CASE>', 'its id')
    .option('--revision <N>', 'the latest unless told', ordinalIn)
    .action(async (caseId: string, options: ArchiveOptions & { readonly revision?: number }) => {
      const { printList } = await import('../answers.ts')
      await withVault(options, process.env, async (vault) => {
        const { files } = await vault.archive.listCaseFiles({ caseId, revision: options.revision ?? 0 })
        printList(files, ['path', 'size'], options)
      })
    })
  add('fetch', 'get one file of a case, or its package; on record among the uses')
    .argument('<CASE>', 'its id')
    .argument('[PATH]', 'as files lists it; the package whole, a ZIP file, unless told')
    .requiredOption('--output <FILE>', 'where to write it')
    .option('--user <NAME>', 'who reads it; who is logged in unless told')
    .option('--purpose <PURPOSE>', 'such as audit; needed unless a filing system reads back its own')
    .option('--revision <N>', 'the latest unless told', ordinalIn)
    .action(
      (
        caseId: string,
        path: string | undefined,
        options: ArchiveOptions & {
          readonly output: string
          readonly revision?: number
          readonly purpose?: string
        },
      ) =>
        answer(options, async (vault) => {
          const { revision = 0, purpose = '' } = options
          const { user } = actor(options)
          const request = { caseId, path: path ?? '', revision, purpose, user }
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

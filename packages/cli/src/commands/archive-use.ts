import type { UseForm, UseRequestInput, VaultClient } from '@licencevault/api'
import { error } from '../codes.ts'
import { withVault } from '../door.ts'
import { exitCodes } from '../exit-codes.ts'
import { writeWhole } from '../files.ts'
import { ordinalIn } from '../numbers.ts'
import { save } from '../save.ts'
import { enumOf } from '../words.ts'
import { type Add, type ArchiveOptions, acting, actor, tell } from './acting.ts'

type UseOptions = ArchiveOptions &
  Partial<Record<'purpose' | 'application' | 'holderConsent' | 'officeConsent' | 'output', string>> & {
    readonly form: string
    readonly file?: number
  }

const copies: ReadonlySet<string> = new Set(['copy', 'certified-copy'])

/** Using filed cases, and who did. */
export function addUse(add: Add): void {
  acting(add('use', 'use a case: refused by name, or the list entry, extract or copy'))
    .argument('<CASE>', 'its id')
    .option('--file <N>', "number of the file; the case's own entry unless told", ordinalIn)
    .option('--purpose <PURPOSE>', 'such as enforcement or judicial')
    .requiredOption('--form <FORM>', 'list, extract, copy or certified-copy')
    .option('--application <NUMBER>', 'approved application, where one is needed')
    .option('--holder-consent <REFERENCE>')
    .option('--office-consent <REFERENCE>')
    .option('--output <FILE>', 'where to write a copy; its certificate goes beside it')
    .action(async (caseId: string, options: UseOptions) => {
      const { purpose = '', application = '', holderConsent = '', officeConsent = '', file = 0 } = options
      const form = enumOf('USE_FORM_', options.form) as UseForm
      if (options.output === undefined && copies.has(options.form)) throw error('output-missing')
      const { user } = actor(options)
      const request = { caseId, file, purpose, form, application, holderConsent, officeConsent, user }
      const used = (vault: VaultClient) => useOf(vault, request, options.output)
      await tell(options, used, (words) => words.useLines)
    })
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
          const asked = ['at', 'application', 'user', 'caseId', 'revision', 'file', 'path', 'purpose', 'form']
          const references = ['applicationNumber', 'holderConsent', 'officeConsent']
          const columns = [...asked, ...references, 'outcome']
          printList(uses, columns, { ...options, next: nextCursor })
        })
      },
    )
}

/** The answer; a copy that is granted is written, and its certificate beside it. */
async function useOf(vault: VaultClient, request: UseRequestInput, output: string | undefined) {
  const parts = vault.archive.use(request)[Symbol.asyncIterator]()
  const first = await parts.next()
  const answered = first.done ? null : first.value.answer
  if (!answered?.granted) process.exitCode = exitCodes.notGenuine
  if (!answered?.granted || output === undefined) {
    await parts.return?.()
    return answered
  }
  await save(output, { [Symbol.asyncIterator]: () => parts })
  const { certificate, ...rest } = answered
  if (!certificate) return { ...rest, output }
  await writeWhole(`${output}.certificate.json`, certificate.certificateJson)
  await writeWhole(`${output}.certificate.p7s`, certificate.signature)
  return { ...rest, output, certificate: `${output}.certificate.json` }
}

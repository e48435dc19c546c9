import type { Command } from 'commander'
import { error } from '../codes.ts'
import { type DoorOptions, reachingVault } from '../door.ts'
import { type Language, languageOf } from '../terminal.ts'

interface Options extends DoorOptions {
  readonly trust?: string
  readonly identifier?: string
  readonly qr?: string
  readonly number?: string
  readonly holderName?: string
  readonly holderCode?: string
  readonly root?: readonly string[]
  readonly at?: string
  readonly json?: true
  readonly checks?: true
  readonly lang?: Language
}

/**
 * `vault authenticate FILE… --trust FILE`: is this real, and in force? Offline. By `--identifier` or `--qr` it
 * asks a vault.
 */
export function addAuthenticate(program: Command): void {
  const command = program
    .command('authenticate')
    .summary('is this licence real, and in force? · 证照真伪与效力核验')
    .description(
      'Checks licence files against a signed list of authorities: nothing leaves this machine. By --identifier or --qr a vault is asked.',
    )
    .argument('[FILE...]', 'licence files (PDF), with --trust')
    .option('--trust <FILE>', 'sealed authority list that you trust')
    .option('--root <FILE>', 'root certificate (DER or PEM) under which the list must stand', collect)
    .option('--at <TIME>', 'judge as of this time instead of now, such as 2026-11-23T09:00:00Z')
    .option('--checks', 'show every check, not only what decided')
    .option('--identifier <ID>', '证照标识 to ask a vault about')
    .option('--number <NUMBER>', 'with --identifier: 证照编号 as printed')
    .option('--holder-name <NAME>', 'with --identifier: as printed')
    .option('--holder-code <CODE>', 'with --identifier: as printed')
    .option('--qr <TEXT>', 'text of a printed code to ask a vault about')
  reachingVault(command)
    .addHelpText(
      'after',
      `
Without --root the list is trusted because you name it; its publisher and fingerprints are shown.

Exit codes: 0 all genuine and in force · 1 at least one not genuine · 2 wrong call, nothing judged
            3 all genuine, at least one not in force · 4 at least one cannot be determined
            5 the vault is not there now`,
    )
    .action(authenticate)
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

async function authenticate(files: readonly string[], options: Options): Promise<void> {
  const { identifier, qr, trust } = options
  if (identifier !== undefined || qr !== undefined) {
    const { askVault } = await import('../ask-vault.ts')
    return askVault({ ...options, language: languageFrom(options) })
  }
  if (files.length === 0 || trust === undefined) throw error('question-missing')
  const question = { ...options, trust, at: momentOf(options.at), language: languageFrom(options) }
  const { judgeFiles } = await import('../judge-files.ts')
  return judgeFiles(files, question)
}

function momentOf(text: string | undefined): Date {
  if (text === undefined) return new Date()
  const at = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : undefined
  if (!at || Number.isNaN(at.getTime())) throw error('time-not-readable', { text })
  return at
}

function languageFrom({ lang }: Options): Language {
  if (lang === undefined) return languageOf(process.env)
  if (lang !== 'en' && lang !== 'zh') throw error('language-unknown', { text: lang })
  return lang
}

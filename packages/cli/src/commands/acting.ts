import type { VaultClient } from '@licencevault/api'
import type { Command } from 'commander'
import { type DoorOptions, withVault } from '../door.ts'
import { type Language, languageAsked, print } from '../terminal.ts'
import { named } from './catalogue.ts'

export type ArchiveOptions = DoorOptions & {
  readonly json?: true
  readonly requestId?: string
  readonly user?: string
  readonly cursor?: string
}

/** Adds a word below `vault archive`. */
export type Add = (name: string, summary: string) => Command

/** Adds the options of what changes something. */
export function acting(command: Command): Command {
  return command
    .option('--request-id <ID>', 'the same id with the same content answers the same')
    .option('--user <NAME>', 'who does it; who is logged in unless told')
}

/** Who does it, and under which id. */
export function actor(options: ArchiveOptions): { readonly requestId?: string; readonly user: string } {
  return { ...named(options), user: options.user ?? process.env.USER ?? process.env.LOGNAME ?? 'local' }
}

type RecordWords = typeof import('../record-words.ts')

/** Asks the vault and prints what it answers: JSON, or lines for people. */
export async function tell<T>(
  options: ArchiveOptions,
  ask: (vault: VaultClient) => Promise<T>,
  inWords: (words: RecordWords) => (answered: T, language: Language) => readonly string[],
): Promise<void> {
  const answered = await withVault(options, process.env, ask)
  if (options.json) {
    const { printAnswer } = await import('../answers.ts')
    printAnswer(answered, options)
    return
  }
  const words = inWords(await import('../record-words.ts'))
  print(words(answered, languageAsked(process.argv, process.env)).join('\n'))
}

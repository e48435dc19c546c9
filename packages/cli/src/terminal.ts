import { stdout } from 'node:process'
import { styleText } from 'node:util'
import type { VaultError } from '@licencevault/errors'

/**
 * Manners of the terminal: results go to standard output, talk to standard error; colours only where
 * a person looks on. Each error is followed by what to do about it.
 */

export type Language = 'en' | 'zh'

type Environment = Readonly<Record<string, string | undefined>>

type Style = 'green' | 'yellow' | 'red' | 'bold'

/** Chinese where the environment asks for it (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. */
export function languageOf(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.startsWith('zh') ? 'zh' : 'en'
}

/** As {@link languageOf}, unless the words of the call name one with `--lang`, whatever else is wrong with them. */
export function languageAsked(words: readonly string[], environment: Environment): Language {
  const named = words.find((_, index) => words[index - 1] === '--lang')
  return named === 'en' || named === 'zh' ? named : languageOf(environment)
}

/** Styles text when standard output is a terminal that shows colours. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: stdout })
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Whether the words of the call ask for JSON, whatever else is wrong with them. */
export const wantsJson = (words: readonly string[]): boolean => words.includes('--json')

/** Says what is wrong: a sentence, the fields and a hint, or for programs one line of JSON. */
export function complain(
  problem: VaultError,
  { language, json }: { language: Language; json: boolean },
): void {
  const { sentence, remedy, code, kind, details } = problem
  if (json) {
    const told = { code, kind, sentence, remedy, details, violations: violationsOf(problem) }
    process.stderr.write(`${JSON.stringify(told)}\n`)
    return
  }
  process.stderr.write(`vault: ${sentence[language]} (${code})\n`)
  for (const { field, description } of violationsOf(problem))
    process.stderr.write(`  ${field}: ${description}\n`)
  process.stderr.write(`hint: ${remedy[language]}\n`)
}

/** The fields that a service blames; its error is known by them, since its class is loaded only when needed. */
function violationsOf(problem: VaultError): readonly { field: string; description: string }[] {
  const found: unknown = Reflect.get(problem, 'violations')
  return Array.isArray(found) ? found : []
}

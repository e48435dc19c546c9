import { stdout } from 'node:process'
import { styleText } from 'node:util'
import type { Words } from '@licencevault/errors'

/**
 * Manners of the terminal: results go to standard output, talk to standard error; colours only where
 * a person looks on. Each error is followed by what to do about it.
 */

export type Language = 'en' | 'zh'

type Colour = 'green' | 'yellow' | 'red' | 'bold' | 'dim'

/** Colours text when standard output is a terminal that shows colours. */
export function colour(style: Colour, text: string): string {
  return styleText(style, text, { stream: stdout })
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function complain(problem: { sentence: Words; remedy: Words; code: string }, language: Language): void {
  process.stderr.write(`vault: ${problem.sentence[language]} (${problem.code})\n`)
  process.stderr.write(`hint: ${problem.remedy[language]}\n`)
}

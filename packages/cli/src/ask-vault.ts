import type { Report } from '@licencevault/api'
import { plainOf, printAnswer } from './answers.ts'
import { type DoorOptions, withVault } from './door.ts'
import { exitCodeOf } from './exit-codes.ts'
import { type Language, print } from './terminal.ts'

export interface Question extends DoorOptions {
  readonly identifier?: string
  readonly qr?: string
  readonly number?: string
  readonly holderName?: string
  readonly holderCode?: string
  readonly json?: true
  readonly checks?: true
  readonly language: Language
}

/** Asks a vault about an identifier or a printed code, and ends with the exit code of its answer. */
export async function askVault(question: Question): Promise<void> {
  const report = await withVault(question, process.env, async (vault) => {
    const { identifier, qr, number = '', holderName = '', holderCode = '' } = question
    if (identifier === undefined) return (await vault.authenticate.byQr({ text: qr ?? '' })).report
    const holders = holderName || holderCode ? [{ name: holderName, code: holderCode }] : []
    const face = number || holders.length > 0 ? { face: { number, holders } } : {}
    return (await vault.authenticate.byIdentifier({ identifier, ...face })).report
  })
  if (question.json) printAnswer(report, { json: true })
  else if (report) print(linesOf(report, question).join('\n'))
  process.exitCode = exitCodeOf([answersOf(report)])
}

function linesOf(
  { verdict, summary, remedy, checks, answer }: Report,
  { language, checks: all }: Question,
): string[] {
  const decided = checks.filter(({ outcome }) => outcome !== 'OUTCOME_PASSED')
  return [
    `${verdict} (${answer})`,
    summary?.[language] ?? '',
    remedy?.[language] ?? '',
    ...(all ? checks : decided).map(({ name, sentence }) => `  ${name}: ${sentence?.[language] ?? ''}`),
  ].filter((line) => line !== '')
}

function answersOf(report: Report | null): Parameters<typeof exitCodeOf>[0][number] {
  const wordOf = (value: unknown) => plainOf(value) as 'yes' | 'no' | 'undetermined'
  return { genuine: wordOf(report?.genuine), inForce: wordOf(report?.inForce) }
}

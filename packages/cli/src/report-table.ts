import type { Check } from '@licencevault/signing'
import type { LicenceReport, Trust } from '@licencevault/verify'
import Table from 'cli-table3'
import { type Language, styled } from './terminal.ts'

export interface Judged {
  readonly file: string
  readonly report: LicenceReport
}

const heads = {
  en: ['file', 'verdict', 'licence', 'what to do'],
  zh: ['文件', '结论', '证照', '处理办法'],
} as const

/** The answers for people: a row a file, below it what decided, then in whose name it was judged. */
export function reportTable(
  judged: readonly Judged[],
  trust: Trust,
  { language, checks }: { language: Language; checks: boolean },
): string {
  const table = new Table({
    head: [...heads[language]],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [28, 18, 34, 52],
  })
  for (const { file, report } of judged) {
    table.push([file, verdictCell(report), licenceCell(report), adviceCell(report, language)])
  }
  const lists = checks ? judged.map(({ file, report }) => checkList(file, report, language)) : []
  return [table.toString(), ...lists, trustLine(trust, language)].join('\n')
}

function verdictCell({ verdict, genuine, inForce }: LicenceReport): string {
  const style = genuine === 'no' ? 'red' : genuine === 'yes' && inForce === 'yes' ? 'green' : 'yellow'
  return styled(style, verdict)
}

function licenceCell({ licence }: LicenceReport): string {
  if (!licence) return '—'
  const holders = licence.holders.map(({ name }) => name).join('、')
  return `${licence.type.name}\n${holders}\n${licence.authority.name}`
}

function adviceCell({ checks, reason, summary, remedy }: LicenceReport, language: Language): string {
  const decided = checks.find((check) => check.reason !== undefined && check.reason === reason)
  return [summary[language], decided?.sentence[language], remedy[language]].filter(Boolean).join('\n')
}

const marks = { passed: 'ok', failed: 'NO', undetermined: '? ', skipped: '- ' } as const

function checkList(file: string, { checks }: LicenceReport, language: Language): string {
  const line = ({ name, outcome, reason, sentence }: Check) =>
    `  ${marks[outcome]} ${name}${reason ? ` (${reason})` : ''}: ${sentence[language]}`
  return [`\n${styled('bold', file)}`, ...checks.map(line)].join('\n')
}

function trustLine({ sequence, issuedAt, nextUpdate, publisher }: Trust, language: Language): string {
  return language === 'en'
    ? `Judged by authority list no. ${sequence} of ${publisher}, issued ${issuedAt}, next update ${nextUpdate}.`
    : `依据机构名录第 ${sequence} 号（${publisher}，签发于 ${issuedAt}，下次更新 ${nextUpdate}）。`
}

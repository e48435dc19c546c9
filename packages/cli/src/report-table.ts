import type { Check } from '@licencevault/signing'
import type { LicenceReport, Trust } from '@licencevault/verify'
import Table from 'cli-table3'
import wrapAnsi from 'wrap-ansi'
import { type Language, styled } from './terminal.ts'

export interface Judged {
  readonly file: string
  readonly report: LicenceReport
}

const columns = [
  { width: 26, en: 'file', zh: '文件' },
  { width: 14, en: 'verdict', zh: '结论' },
  { width: 30, en: 'licence', zh: '证照' },
  { width: 52, en: 'what to do', zh: '处理办法' },
] as const

/** The answers for people: a row a file, then by whose word it was judged. */
export function reportTable(
  judged: readonly Judged[],
  trust: Trust,
  { language, checks }: { language: Language; checks: boolean },
): string {
  const table = new Table({
    head: columns.map((column) => column[language]),
    style: { head: ['bold'], border: [] },
  })
  for (const { file, report } of judged) {
    const cells = [file, verdictCell(report), licenceCell(report), adviceCell(report, language)]
    table.push(cells.map((text, index) => wrapped(text, columns[index]?.width ?? 40)))
  }
  const lists = checks ? judged.map(({ file, report }) => checkList(file, report, language)) : []
  return [table.toString(), ...lists, trustLine(trust, language)].join('\n')
}

/** Breaks lines by what they take on the screen, where a Chinese character takes two columns. */
const wrapped = (text: string, width: number) => wrapAnsi(text, width, { hard: true })

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
    ? `\nJudged by authority list no. ${sequence} of ${publisher}, issued ${issuedAt}, next update ${nextUpdate}.`
    : `\n依据机构名录第 ${sequence} 号（${publisher}，签发于 ${issuedAt}，下次更新 ${nextUpdate}）。`
}

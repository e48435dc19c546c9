import { createHash } from 'node:crypto'
import { type Check, type LicenceReport, type Trust, verdictNames } from '@licencevault/verify'
import Table from 'cli-table3'
import wrapAnsi from 'wrap-ansi'
import { type Language, styled } from './terminal.ts'

export interface Judged {
  readonly file: string
  readonly report: LicenceReport
}

const columns = [
  { width: 26, en: 'file', zh: '文件' },
  { width: 18, en: 'verdict', zh: '结论' },
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
    head: columns.map((column) => styled('bold', column[language])),
    style: { head: [], border: [] },
  })
  for (const { file, report } of judged) {
    const cells = [file, verdictCell(report, language), licenceCell(report), adviceCell(report, language)]
    table.push(cells.map((text, index) => wrapped(text, columns[index]?.width ?? 40)))
  }
  const lists = checks ? judged.map(({ file, report }) => checkList(file, report, language)) : []
  return [table.toString(), ...lists, '', ...trustLines(trust, language)].join('\n')
}

/** Breaks lines by what they take on the screen, where a Chinese character takes two columns. */
const wrapped = (text: string, width: number) => wrapAnsi(text, width, { hard: true })

function verdictCell({ verdict, genuine, inForce }: LicenceReport, language: Language): string {
  const style = genuine === 'no' ? 'red' : genuine === 'yes' && inForce === 'yes' ? 'green' : 'yellow'
  return styled(style, language === 'zh' ? `${verdictNames[verdict].zh}\n${verdict}` : verdict)
}

function licenceCell({ licence }: LicenceReport): string {
  if (!licence) return '—'
  const holders = licence.holders.map(({ name }) => name).join('、')
  return `${licence.type.name}\n${holders}\n${licence.authority.name}`
}

/** The verdict, what decided it, and what to do: the deciding check knows best. */
function adviceCell({ checks, reason, summary, remedy }: LicenceReport, language: Language): string {
  const decided = checks.find((check) => check.reason !== undefined && check.reason === reason)
  const lines = [summary, decided?.sentence, decided?.remedy ?? remedy]
  return lines.flatMap((words) => (words ? [words[language]] : [])).join('\n')
}

const marks = {
  en: { passed: 'ok ', failed: 'NO ', undetermined: '?  ', skipped: '-  ' },
  zh: { passed: '通过', failed: '不通过', undetermined: '未定', skipped: '略过' },
} as const

function checkList(file: string, { checks }: LicenceReport, language: Language): string {
  const line = ({ name, outcome, reason, sentence }: Check) =>
    `  ${marks[language][outcome]} ${name}${reason ? ` (${reason})` : ''}: ${sentence[language]}`
  return [`\n${styled('bold', file)}`, ...checks.map(line)].join('\n')
}

function trustLines(trust: Trust, language: Language): string[] {
  const { sequence, issuedAt, nextUpdate, publisher, roots } = trust
  const fingerprints = roots.map(({ der }) => createHash('sha256').update(der).digest('hex'))
  return language === 'en'
    ? [
        `Judged by authority list no. ${sequence} of ${publisher}, issued ${issuedAt}, next update ${nextUpdate}.`,
        ...fingerprints.map((hex) => `Seals are trusted under the root with SHA-256 ${hex}.`),
      ]
    : [
        `依据机构名录第 ${sequence} 号（发布者 ${publisher}，签发于 ${issuedAt}，下次更新 ${nextUpdate}）。`,
        ...fingerprints.map((hex) => `印章信任根证书 SHA-256：${hex}`),
      ]
}

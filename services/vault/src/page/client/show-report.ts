import type { Check, LicenceReport, QrReport } from '@licencevault/verify'
import { verdictNames } from '@licencevault/verify'
import { element } from './dom.ts'
import { said, say } from './language.ts'

export type AnyReport = LicenceReport | QrReport

/** What the licence says, then every check. */
export function showDetails(report: AnyReport): readonly HTMLElement[] {
  return [...facts(report), checkList(report.checks)]
}

const tones = {
  good: { mark: '✓', role: 'good' },
  doubt: { mark: '!', role: 'doubt' },
  bad: { mark: '✗', role: 'bad' },
} as const

export type Tone = keyof typeof tones

/** A card in the tone of its answer; the mark is decoration, the words say it all. */
export function card(tone: Tone, title: string, ...lines: readonly string[]): HTMLElement {
  const { mark, role } = tones[tone]
  return element(
    'div',
    { class: `verdict ${role}` },
    element('h2', {}, element('span', { 'aria-hidden': 'true' }, mark), title),
    ...lines.map((line) => element('p', {}, line)),
  )
}

/** How good the news is. */
function toneOf({ genuine, inForce }: AnyReport): Tone {
  return genuine === 'no' ? 'bad' : genuine === 'yes' && inForce === 'yes' ? 'good' : 'doubt'
}

/** The verdict, what decided it and what to do, in its own tone or that of what is known beside it. */
export function showVerdict(report: AnyReport, tone: Tone = toneOf(report)): HTMLElement {
  const { verdict, reason, summary, remedy, checks } = report
  const decided = checks.find((check) => check.reason !== undefined && check.reason === reason)
  const lines = [summary, decided?.sentence, decided?.remedy ?? remedy]
  return card(tone, said(verdictNames[verdict]), ...lines.flatMap((words) => (words ? [said(words)] : [])))
}

function facts(report: AnyReport): readonly HTMLElement[] {
  const rows = 'code' in report ? rowsOfCode(report) : rowsOfLicence(report)
  if (rows.length === 0) return []
  const note = report.genuine === 'yes' ? ('code' in report ? 'compare' : undefined) : 'untrusted'
  const list = element(
    'dl',
    {},
    ...rows.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]),
  )
  return note ? [element('p', { class: 'privacy' }, say(note)), list] : [list]
}

type Row = readonly [term: string, text: string]

function rowsOfLicence(report: AnyReport): readonly Row[] {
  if (!('licence' in report) || !report.licence) return []
  const { type, number, holders, authority, issuedOn, validity, identifier } = report.licence
  return [
    [say('licence'), type.name],
    [say('holder'), holders.map(({ name }) => name).join('、')],
    [say('number'), number],
    [say('authority'), authority.name],
    [say('issuedOn'), issuedOn],
    [say('validity'), period(validity)],
    [say('identifier'), identifier],
  ]
}

function rowsOfCode(report: AnyReport): readonly Row[] {
  if (!('code' in report) || !report.code) return []
  const { identifier, validity, authority } = report.code
  return [
    ...(authority ? [[say('authority'), said(authority.name)] as const] : []),
    [say('validity'), period(validity)],
    [say('identifier'), identifier],
  ]
}

function period({ from, until }: { readonly from: string; readonly until: string | null }): string {
  return say('from', { from, until: until ?? say('indefinite') })
}

function checkList(checks: readonly Check[]): HTMLElement {
  const items = checks.map(({ name, outcome, sentence, remedy }) =>
    element(
      'li',
      {},
      element('strong', {}, `${say(outcome)} `),
      said(sentence),
      element('small', {}, [name, ...(remedy ? [said(remedy)] : [])].join(' · ')),
    ),
  )
  return element(
    'details',
    {},
    element('summary', {}, say('checks', { count: checks.length })),
    element('ul', { class: 'checks' }, ...items),
  )
}

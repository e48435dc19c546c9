import type { ExplainCaseResponse, FileCaseResponse, TraceStep, UseAnswer, UsedFile } from '@licencevault/api'
import type { Language } from './terminal.ts'

/** Answers of the records room as an archivist reads them. */

const labels = {
  caseId: { en: 'case', zh: '办件' },
  archivalNumber: { en: 'archival number', zh: '档号' },
  title: { en: 'title', zh: '题名' },
  retention: { en: 'retention', zh: '保管期限' },
  dueOn: { en: 'falls due', zh: '到期日' },
  destructionOn: { en: 'destruction from', zh: '最早可销毁' },
  held: { en: 'held', zh: '冻结' },
  withheld: { en: 'files withheld', zh: '不提供的文件' },
  written: { en: 'written to', zh: '已保存' },
  certificate: { en: 'certificate', zh: '证明' },
} as const

const line = (name: keyof typeof labels, value: string | number, language: Language): string =>
  `${labels[name][language]}: ${value}`

const steps = (why: readonly TraceStep[], language: Language): string[] =>
  why.map(({ sentence }, at) => `  ${at + 1}. ${sentence?.[language] ?? ''}`)

const because: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  permanent: { en: 'never', zh: '永久保管' },
  open: { en: 'no day can be named yet', zh: '尚无法确定' },
  held: { en: 'not while it is held', zh: '冻结期间不得销毁' },
}

/** What applies to a case, and why. */
export function caseLines(explained: ExplainCaseResponse, language: Language): readonly string[] {
  const { case: found, why, destructionOn, destructionBecause } = explained
  if (!found) return []
  const { caseId, archivalNumber, title, retention, dueOn, state, holds } = found
  const unnamed = because[destructionBecause]?.[language] ?? destructionBecause
  return [
    line('archivalNumber', archivalNumber, language),
    line('title', title, language),
    line('caseId', caseId, language),
    line('retention', retention, language),
    line('dueOn', dueOn || (because[state]?.[language] ?? state), language),
    ...holds.map(({ decision, from }) => line('held', `${decision} (${from})`, language)),
    line('destructionOn', destructionOn || unnamed, language),
    ...steps(why, language),
  ]
}

/** A case that was filed: its numbers, its term, and of the check what was not passed. */
export function filedLines(filed: FileCaseResponse, language: Language): readonly string[] {
  const { archivalNumber, caseId, retention, dueOn, checks, trace } = filed
  const passed = checks.filter(({ outcome }) => outcome === 'passed').length
  const open = checks.filter(({ outcome, remark }) => outcome !== 'passed' && remark)
  return [
    line('archivalNumber', archivalNumber, language),
    line('caseId', caseId, language),
    line('retention', retention, language),
    line('dueOn', dueOn || '—', language),
    ...steps(trace, language),
    { en: `checks passed: ${passed} of ${checks.length}`, zh: `检测通过：${passed} / ${checks.length}` }[
      language
    ],
    ...open.map(
      ({ code, name, remark }) => `  ${code} ${name?.[language] ?? ''}: ${remark?.[language] ?? ''}`,
    ),
  ]
}

type Used =
  | (Omit<UseAnswer, 'certificate'> & { readonly output?: string; readonly certificate?: unknown })
  | null
  | undefined

/** What a use was answered with. */
export function useLines(used: Used, language: Language): readonly string[] {
  if (!used) return []
  const { granted, refusal, archivalNumber, title, file, files, withheld, elements, output, certificate } =
    used
  if (!granted) {
    const { sentence, remedy, code } = refusal ?? {}
    return [`${sentence?.[language] ?? ''} (${code ?? ''})`, remedy?.[language] ?? '']
  }
  return [
    line('archivalNumber', archivalNumber, language),
    line('title', title, language),
    ...elements.map(({ label, value }) => `  ${label?.[language] ?? ''}: ${value}`),
    ...[...(file ? [file] : []), ...files].map(fileLine),
    ...(withheld > 0 ? [line('withheld', withheld, language)] : []),
    ...(output === undefined ? [] : [line('written', output, language)]),
    ...(typeof certificate === 'string' ? [line('certificate', certificate, language)] : []),
  ]
}

function fileLine({ number, material, title, size, format, sha256 }: UsedFile): string {
  const facts = sha256 === '' ? '' : ` · ${size} B · ${format} · ${sha256}`
  return `  ${number} ${material} ${title}${facts}`
}

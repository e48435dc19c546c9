import type { FieldLock } from '../../pdf/signatures.ts'
import type { Evidence } from '../../report.ts'
import type { Found, PdfChange, Permission, Step } from './change.ts'
import { subjects, whereOf } from './words.ts'

/** What a seal says of later changes: its DocMDP, and the fields that its FieldMDP locks. */
interface Permits {
  /** 1, 2 or 3; undefined where the seal certifies nothing. */
  readonly permission: number | undefined
  readonly locks: readonly FieldLock[]
}

/**
 * Judges what came after a seal (ISO 32000-2, 12.8.2): evidence is no change to the document; a seal that
 * certifies permits what its DocMDP says, and any other permits filling in forms and further signatures.
 */
export function judgeSteps(steps: readonly Step[], permits: Permits): PdfChange[] {
  return steps.flatMap((step) => {
    const evidence = step.found.some(({ kind }) => kind === 'evidence')
    return step.found.map((found) => {
      const { comment: _, visible: __, ...said } = found
      const where = whereOf(found)
      const sentence = subjects[found.subject]
      return {
        ...said,
        revision: step.revision + 1,
        permission: permissionOf(found, permits, evidence),
        sentence: {
          en: sentence.en.replace('{where}', () => where.en),
          zh: sentence.zh.replace('{where}', () => where.zh),
        },
      }
    })
  })
}

function permissionOf(found: Found, { permission, locks }: Permits, evidence: boolean): Permission {
  const only = (allowed: boolean): Permission => (allowed ? 'permitted' : 'refused')
  const locked = found.field !== undefined && locks.some((lock) => isLocked(lock, found.field ?? ''))
  switch (found.kind) {
    case 'evidence':
      return 'permitted'
    case 'metadata':
      return only(permission !== 1 || evidence)
    case 'form':
      return only(permission !== 1 && !locked)
    case 'seal':
      // Nobody who certified a page expected a picture on it where no field was.
      return only(permission !== 1 && !locked && !(found.visible && permission !== undefined))
    case 'annotation':
      if (permission !== 3) return 'refused'
      return found.comment ? 'permitted' : 'open'
    case 'content':
      return 'refused'
  }
}

function isLocked({ action, fields }: FieldLock, field: string): boolean {
  const named = fields.some((name) => field === name || field.startsWith(`${name}.`))
  return action === 'All' || (action === 'Include') === named
}

/** What the changes are about, each said once: for a sentence, and for whoever reads the evidence. */
export function saidOf(changes: readonly PdfChange[]): Evidence {
  const once = (texts: readonly string[]) => [...new Set(texts)]
  const said = (texts: readonly string[], between: string) =>
    `${texts.slice(0, 5).join(between)}${texts.length > 5 ? '…' : ''}`
  return {
    subjects: once(changes.map(({ subject }) => subject)),
    what: said(once(changes.map(({ sentence }) => sentence.en)), '; ') || 'it was saved again',
    whatZh: said(once(changes.map(({ sentence }) => sentence.zh)), '；') || '被再次保存',
  }
}

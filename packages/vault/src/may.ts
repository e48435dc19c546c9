import type { Words } from '@licencevault/errors'
import type { Caller, Role } from './caller.ts'
import { error } from './codes.ts'

interface Row {
  readonly name: Words
  readonly may: readonly Role[]
}

/** Which role may do what; whatever is not here, nobody may. What reads nothing personal asks nobody. */
const acts = {
  catalogue: { name: { en: 'change the catalogue', zh: '变更目录' }, may: ['operator', 'publisher'] },
  issue: { name: { en: 'issue licences', zh: '颁发证照' }, may: ['operator', 'issuer'] },
  read: {
    name: { en: 'find and fetch licences', zh: '查找和调取证照' },
    may: ['operator', 'issuer', 'officer', 'auditor'],
  },
  status: { name: { en: 'change the status of licences', zh: '变更证照状态' }, may: ['operator', 'officer'] },
} as const satisfies Record<string, Row>

export type ActName = keyof typeof acts

/** Throws VaultError `role-may-not`. */
export function requireRole({ role }: Caller, act: ActName): void {
  const { name, may }: Row = acts[act]
  if (!may.includes(role)) {
    throw error('role-may-not', { role, act: name.en, actZh: name.zh, may: may.join(', ') })
  }
}

/**
 * Nobody acts in another authority's name: the caller's is that of its certificate. An operator without
 * one runs the vault itself and acts for each. Throws VaultError `authority-other`.
 */
export function requireAuthority(caller: Caller, authority: string): void {
  if (caller.authority === authority) return
  if (caller.authority === undefined && caller.role === 'operator') return
  throw error('authority-other', { own: caller.authority ?? '–', found: authority.slice(0, 40) })
}

/** The authority whose licences a caller may read; `undefined` for those who see all. */
export function scopeOf(caller: Caller): string | undefined {
  if (caller.role === 'auditor' || (caller.role === 'operator' && caller.authority === undefined)) {
    return undefined
  }
  return caller.authority ?? ''
}

import type { Words } from '@licencevault/errors'
import { error } from './codes.ts'

/** Who asks, as the service read it off a client certificate. */
export interface Caller {
  /** The system that calls; with the request id it names a request for ever. */
  readonly application: string
  readonly role: Role
  /** Who sits at that system, as it names its users; never written into the ledger. */
  readonly user?: string
  /** USCC of the authority it acts for. */
  readonly authority?: string
}

/**
 * - `operator`: whoever runs the archive on its own machine
 * - `archivist`: keeps items and proposes schedules, asks everything, places and lifts holds
 * - `approver`: approves or declines schedules, and decides that one applies to filed cases
 * - `filer`: a filing system, which hands over finished cases
 * - `reader`: uses filed cases as far as their conditions allow
 * - `auditor`: checks what is kept
 */
export type Role = 'operator' | 'archivist' | 'approver' | 'filer' | 'reader' | 'auditor'

interface Row {
  readonly name: Words
  readonly may: readonly Role[]
}

const acts = {
  items: { name: { en: 'change the items', zh: '变更事项目录' }, may: ['operator', 'archivist'] },
  propose: { name: { en: 'propose a schedule', zh: '拟订保管期限表' }, may: ['operator', 'archivist'] },
  approve: { name: { en: 'decide on a schedule', zh: '审批保管期限表' }, may: ['operator', 'approver'] },
  hold: { name: { en: 'place or lift a hold', zh: '冻结或者解除冻结' }, may: ['operator', 'archivist'] },
  event: {
    name: { en: 'record an event of a case', zh: '登记办件事件' },
    may: ['operator', 'archivist', 'filer'],
  },
  file: { name: { en: 'file cases', zh: '归档办件' }, may: ['operator', 'archivist', 'filer'] },
  ask: {
    name: { en: 'query the archive', zh: '查询档案' },
    may: ['operator', 'archivist', 'approver', 'filer'],
  },
  fetch: {
    name: { en: 'read what is kept of a case', zh: '调阅归档信息包' },
    may: ['operator', 'archivist', 'filer', 'auditor'],
  },
  use: {
    name: { en: 'use a filed case', zh: '利用档案' },
    may: ['operator', 'archivist', 'approver', 'filer', 'reader'],
  },
} as const satisfies Record<string, Row>

/** Throws VaultError `role-may-not`. */
export function requireRole({ role }: Caller, act: keyof typeof acts): void {
  const { name, may }: Row = acts[act]
  if (!may.includes(role)) {
    throw error('role-may-not', { role, act: name.en, actZh: name.zh, may: may.join(', ') })
  }
}

/** Who he is beside others: application and user. */
export const personOf = ({ application, user = '' }: Caller): string => `${application}\n${user}`

/**
 * Whether a caller may be this person: the same name in another application counts as the same, for one person
 * comes by several, and nobody shall decide on his own by changing his desk.
 */
export const mayBe = ({ user = '' }: Caller, person: string): boolean => person.split('\n').at(-1) === user

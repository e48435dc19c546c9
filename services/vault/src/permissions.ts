import { readIdentifier } from '@licencevault/licence'
import type { Caller, MethodName, Reach, Role } from './call.ts'
import { error } from './codes.ts'

/**
 * Who may call what: method × role, and how far it reaches. What is not in this table is denied.
 *
 * - `any`: whatever authority the request names
 * - `own`: only in the name of the authority in the caller's certificate. A filing system whose certificate
 *   names none files for every office: it is the city's own.
 *
 * `names` says where a request names authority and type. An application to which the settings grant some
 * licence types is held to them wherever a request names one. OPERATING.md shows the same table.
 */
interface Row {
  readonly roles: Readonly<Partial<Record<Role, Reach>>>
  readonly names: 'nothing' | 'order' | 'identifier' | 'identifier-and-order' | 'criteria'
}

const keepers = { operator: 'any', publisher: 'any' } as const
const readers = {
  operator: 'any',
  publisher: 'any',
  issuer: 'any',
  officer: 'any',
  auditor: 'any',
} as const
const everybody = { ...readers, enquirer: 'any' } as const
const issuers = { operator: 'any', issuer: 'own' } as const
const officers = { operator: 'any', officer: 'own' } as const
const holders = { operator: 'any', auditor: 'any', issuer: 'own', officer: 'own' } as const
const watchers = { operator: 'any', publisher: 'any', auditor: 'any' } as const

const archivists = { operator: 'any', archivist: 'any' } as const
const approvers = { operator: 'any', approver: 'any' } as const
const deciders = { ...archivists, ...approvers } as const
const filers = { ...archivists, filer: 'own' } as const
const watchersOfCases = { ...deciders, auditor: 'any' } as const
const readersOfCases = { ...watchersOfCases, filer: 'own' } as const
const archiveEverybody = { ...watchersOfCases, filer: 'any', reader: 'any' } as const
const readersOfFiles = { ...filers, auditor: 'any' } as const
const watchersOfUses = { ...archivists, auditor: 'any' } as const
const users = { ...deciders, filer: 'any', reader: 'any' } as const

export const permissions: Readonly<Record<MethodName, Row>> = {
  'catalogue.DefineType': { roles: keepers, names: 'nothing' },
  'catalogue.ReviseType': { roles: keepers, names: 'nothing' },
  'catalogue.RetireType': { roles: keepers, names: 'nothing' },
  'catalogue.GetType': { roles: readers, names: 'nothing' },
  'catalogue.FindTypes': { roles: readers, names: 'nothing' },
  'catalogue.AddAuthority': { roles: keepers, names: 'nothing' },
  'catalogue.ReviseAuthority': { roles: keepers, names: 'nothing' },
  'catalogue.FindAuthorities': { roles: readers, names: 'nothing' },
  'catalogue.PublishAuthorityList': { roles: keepers, names: 'nothing' },
  'catalogue.GetAuthorityList': { roles: everybody, names: 'nothing' },
  'issue.Preview': { roles: issuers, names: 'order' },
  'issue.Issue': { roles: issuers, names: 'order' },
  'issue.IssueMany': { roles: issuers, names: 'order' },
  'issue.Get': { roles: holders, names: 'identifier' },
  'issue.Fetch': { roles: holders, names: 'identifier' },
  'issue.Find': { roles: holders, names: 'criteria' },
  'issue.VoidIssue': { roles: issuers, names: 'identifier' },
  'status.Change': { roles: officers, names: 'identifier' },
  'status.Replace': { roles: officers, names: 'identifier-and-order' },
  'status.History': { roles: holders, names: 'identifier' },
  'status.AsOf': { roles: holders, names: 'identifier' },
  'authenticate.ByFile': { roles: everybody, names: 'nothing' },
  'authenticate.ByIdentifier': { roles: everybody, names: 'nothing' },
  'authenticate.ByQr': { roles: everybody, names: 'nothing' },
  'ledger.Checkpoint': { roles: everybody, names: 'nothing' },
  'ledger.Inclusion': { roles: everybody, names: 'nothing' },
  'ledger.Consistency': { roles: everybody, names: 'nothing' },
  'ledger.Entries': { roles: watchers, names: 'nothing' },
  'archive.DefineItems': { roles: archivists, names: 'nothing' },
  'archive.ReviseItems': { roles: archivists, names: 'nothing' },
  'archive.RetireItem': { roles: archivists, names: 'nothing' },
  'archive.GetItem': { roles: archiveEverybody, names: 'nothing' },
  'archive.FindItems': { roles: archiveEverybody, names: 'nothing' },
  'archive.ReadSchedule': { roles: deciders, names: 'nothing' },
  'archive.WriteSchedule': { roles: watchersOfCases, names: 'nothing' },
  'archive.ProposeSchedule': { roles: archivists, names: 'nothing' },
  'archive.DryRunSchedule': { roles: watchersOfCases, names: 'nothing' },
  'archive.ApproveSchedule': { roles: approvers, names: 'nothing' },
  'archive.DeclineSchedule': { roles: approvers, names: 'nothing' },
  'archive.GetSchedule': { roles: archiveEverybody, names: 'nothing' },
  'archive.ListSchedules': { roles: archiveEverybody, names: 'nothing' },
  'archive.GetCoverage': { roles: watchersOfCases, names: 'nothing' },
  'archive.ApplyToFiled': { roles: approvers, names: 'nothing' },
  'archive.FileCase': { roles: filers, names: 'nothing' },
  'archive.ExplainCase': { roles: readersOfCases, names: 'nothing' },
  'archive.FindCase': { roles: readersOfCases, names: 'nothing' },
  'archive.ListCaseFiles': { roles: readersOfCases, names: 'nothing' },
  'archive.FetchCaseFile': { roles: readersOfFiles, names: 'nothing' },
  'archive.ValidateCase': { roles: readersOfCases, names: 'nothing' },
  'archive.FindDue': { roles: readersOfCases, names: 'nothing' },
  'archive.CountDue': { roles: readersOfCases, names: 'nothing' },
  'archive.FindUndated': { roles: readersOfCases, names: 'nothing' },
  'archive.CountUndated': { roles: readersOfCases, names: 'nothing' },
  'archive.FindExceptions': { roles: readersOfCases, names: 'nothing' },
  'archive.CountExceptions': { roles: readersOfCases, names: 'nothing' },
  'archive.RecordEvent': { roles: filers, names: 'nothing' },
  'archive.PlaceHold': { roles: archivists, names: 'nothing' },
  'archive.LiftHold': { roles: archivists, names: 'nothing' },
  'archive.ListHolds': { roles: watchersOfCases, names: 'nothing' },
  'archive.ListHeldCases': { roles: watchersOfCases, names: 'nothing' },
  'archive.Use': { roles: users, names: 'nothing' },
  'archive.FindUses': { roles: watchersOfUses, names: 'nothing' },
}

/** The licence types that the settings grant to applications. */
export type Grants = Readonly<Record<string, { readonly types: readonly string[] }>>

/**
 * How far this caller may reach with this method.
 *
 * @throws VaultError `method-not-permitted`
 */
export function reachOf(method: MethodName, { role }: Caller): Reach {
  const row = Object.hasOwn(permissions, method) ? permissions[method] : undefined
  const reach = row && Object.hasOwn(row.roles, role) ? row.roles[role] : undefined
  if (!reach) throw error('method-not-permitted', { role, method })
  return reach
}

/**
 * Holds one request against what the caller may: its authority, and the types of its application.
 *
 * @throws VaultError `authority-not-yours`, `type-not-granted`
 */
export function permit(
  method: MethodName,
  caller: Caller,
  { request, grants }: { readonly request: object; readonly grants: Grants },
): void {
  const reach = reachOf(method, caller)
  const granted = Object.hasOwn(grants, caller.application) ? grants[caller.application] : undefined
  for (const { authority, type } of namedBy(permissions[method].names, request)) {
    if (reach === 'own' && authority !== undefined && authority !== caller.authority) {
      throw error('authority-not-yours', { own: caller.authority ?? '', named: short(authority) })
    }
    if (granted && (type === undefined || !granted.types.includes(type))) {
      throw error('type-not-granted', { application: caller.application, type: short(type ?? '') })
    }
  }
}

interface Named {
  readonly authority: string | undefined
  readonly type: string | undefined
}

/** What a request names. An identifier that cannot be read names no licence of ours: the vault says so. */
function namedBy(where: Row['names'], request: object): readonly Named[] {
  switch (where) {
    case 'nothing':
      return []
    case 'order':
      return [orderNames(request)]
    case 'identifier':
      return identifierNames(member(request, 'identifier'))
    case 'identifier-and-order':
      return [...identifierNames(member(request, 'identifier')), orderNames(request)]
    case 'criteria':
      return [criteriaNames(request)]
  }
}

function orderNames(request: object): Named {
  const order = member(request, 'order')
  return {
    authority: text(member(member(order, 'authority'), 'code')) ?? '',
    type: text(member(member(order, 'type'), 'code')) ?? '',
  }
}

function identifierNames(identifier: unknown): readonly Named[] {
  const { parts } = readIdentifier(text(identifier) ?? '')
  return parts ? [{ authority: parts.issuerCode, type: parts.typeCode }] : []
}

/** An identifier to be found names its type; else the criteria must. */
function criteriaNames(request: object): Named {
  const [named] = identifierNames(member(request, 'identifier'))
  return {
    authority: named?.authority ?? text(member(request, 'authority')),
    type: named?.type ?? text(member(request, 'typeCode')),
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What a stranger sent goes into an error only as far as a code is long. */
const short = (value: string) => value.slice(0, 21)

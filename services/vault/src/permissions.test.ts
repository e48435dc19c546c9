import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { services } from '@licencevault/api'
import { composeIdentifier } from '@licencevault/licence'
import { describe, expect, it } from 'vitest'
import type { Caller, MethodName, Role } from './call.ts'
import { permissions, permit, reachOf } from './permissions.ts'

const own = '11339900MB9X00023D'
const other = '11339900MB9X00015J'
const typeCode = `${own}004`
const identifierOf = (issuerCode: string) =>
  composeIdentifier({ typeCode, issuerCode, serial: '1A2B3C', version: 1 })
const orderOf = (code: string) => ({ order: { type: { code: typeCode, version: 1 }, authority: { code } } })
const caller = (role: Role, authority?: string) =>
  ({ application: 'approval', role, ...(authority === undefined ? {} : { authority }) }) as Caller
const asks =
  (method: MethodName, who: Caller, request: object, grants = {}) =>
  () =>
    permit(method, who, { request, grants })

describe('the table of permissions', () => {
  it('has a row for each method that is served, and no other', () => {
    const served = Object.entries(services).flatMap(([word, service]) =>
      Object.keys(service).map((name) => `${word}.${name}`),
    )
    expect(Object.keys(permissions).sort()).toEqual(served.sort())
  })

  it('is what OPERATING.md shows', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../OPERATING.md'), 'utf8').replace(/ +/g, ' ')
    const vault: readonly Role[] = ['operator', 'publisher', 'issuer', 'officer', 'auditor', 'enquirer']
    const archive: readonly Role[] = ['operator', 'archivist', 'approver', 'filer', 'reader', 'auditor']
    for (const [method, { roles: may }] of Object.entries(permissions)) {
      const roles = method.startsWith('archive.') ? archive : vault
      expect(Object.keys(may).filter((role) => !roles.includes(role as Role))).toEqual([])
      expect(page).toContain(`| ${[method, ...roles.map((role) => may[role] ?? '–')].join(' | ')} |`)
    }
  })

  it('denies what it does not name', () => {
    expect(() => reachOf('issue.Destroy' as MethodName, caller('operator'))).toThrow('method-not-permitted')
    expect(() => reachOf('issue.Issue', caller('constructor' as Role))).toThrow('method-not-permitted')
    expect(() => reachOf('issue.Issue', caller('enquirer'))).toThrow('method-not-permitted')
  })
})

describe('nobody acts in another authority’s name', () => {
  const issuer = caller('issuer', own)
  const officer = caller('officer', own)

  it.each<[MethodName, Caller, object]>([
    ['issue.Issue', issuer, orderOf(other)],
    ['issue.Preview', issuer, orderOf(other)],
    ['issue.Issue', issuer, {}],
    ['issue.Issue', issuer, { order: { authority: null } }],
    ['issue.Fetch', issuer, { identifier: identifierOf(other) }],
    ['issue.Find', issuer, { authority: other, typeCode }],
    ['issue.Find', issuer, { identifier: identifierOf(other) }],
    ['status.Change', officer, { identifier: identifierOf(other) }],
    ['status.Replace', officer, { identifier: identifierOf(own), ...orderOf(other) }],
    ['status.Replace', officer, { identifier: identifierOf(other), ...orderOf(own) }],
  ])('%s', (method, who, request) => {
    expect(asks(method, who, request)).toThrow('authority-not-yours')
  })

  it('but each in its own', () => {
    expect(asks('issue.Issue', issuer, orderOf(own))).not.toThrow()
    expect(asks('status.Change', officer, { identifier: identifierOf(own) })).not.toThrow()
    expect(asks('issue.Issue', caller('operator'), orderOf(other))).not.toThrow()
  })
})

describe('an application to which types are granted', () => {
  const issuer = caller('issuer', own)
  const grants = { approval: { types: [`${own}009`] } }

  it('uses no other', () => {
    expect(asks('issue.Issue', issuer, orderOf(own), grants)).toThrow('type-not-granted')
    expect(asks('issue.Fetch', issuer, { identifier: identifierOf(own) }, grants)).toThrow('type-not-granted')
    expect(asks('issue.Find', issuer, { holderCode: 'x' }, grants)).toThrow('type-not-granted')
  })

  it('uses its own', () => {
    const granted = { approval: { types: [typeCode] } }
    expect(asks('issue.Issue', issuer, orderOf(own), granted)).not.toThrow()
    expect(asks('issue.Find', issuer, { typeCode, holderCode: 'x' }, granted)).not.toThrow()
  })
})

import { createHash } from 'node:crypto'
import { isUscc } from '@licencevault/licence'
import { readCertificate } from '@licencevault/signing'
import type { Caller, Role } from './call.ts'
import { error } from './codes.ts'
import { attribute } from './development/certify.ts'
import type { Revocations } from './revocation-list.ts'

/**
 * Who calls, read off the client certificate alone. The fields of its subject:
 *
 * | attribute                         | says        |                                                      |
 * | --------------------------------- | ----------- | ---------------------------------------------------- |
 * | CN                                | application | 1 to 64 of letters, digits and `.-_`                 |
 * | OU                                | role        | one word of the table of permissions; left out: `enquirer` |
 * | organizationIdentifier (2.5.4.97) | authority   | unified social credit code; issuers and officers need one |
 *
 * That the certificate stands under the client CA was checked by TLS, its validity when the connection began.
 */
export interface Actors {
  /** @throws VaultError `client-certificate-…`, `revocation-list-stale` */
  callerOf(certificate: Uint8Array): Promise<Caller>
}

/** Certificates read before, by their digest: each connection brings the same one for all its calls. */
const remembered = 1_000

interface Known {
  readonly caller: Caller
  readonly serial: Uint8Array
  readonly notAfter: Date
}

export function readActors(revocations: Revocations, clock: () => Date): Actors {
  const known = new Map<string, Known>()
  return {
    async callerOf(certificate) {
      const digest = createHash('sha256').update(certificate).digest('hex')
      const found = known.get(digest) ?? readCaller(certificate)
      if (known.size >= remembered) known.clear()
      known.set(digest, found)
      // Asked on every call: a connection that stands open is no way around it.
      if (clock() > found.notAfter) throw error('client-certificate-expired')
      if (await revocations.revoked(found.serial)) throw error('client-certificate-revoked')
      return found.caller
    },
  }
}

const roles: readonly Role[] = [
  ...(['operator', 'publisher', 'issuer', 'officer', 'auditor', 'enquirer'] as const),
  ...(['archivist', 'approver', 'filer', 'reader'] as const),
]
const actsForOne: readonly Role[] = ['issuer', 'officer']

function readCaller(der: Uint8Array): Known {
  const { subject, serial, notAfter } = readCertificate(der)
  const only = (oid: string) => {
    const values = subject.getAll(oid)
    if (values.length > 1) throw wrong('an attribute stands there twice', '属性重复')
    return values[0]
  }
  const application = only(attribute.commonName) ?? ''
  const word = only(attribute.organizationalUnit) ?? 'enquirer'
  const authority = only(attribute.organizationIdentifier)
  const role = roles.find((known) => known === word)
  if (!/^[\w.-]{1,64}$/.test(application)) throw wrong('CN names no application', 'CN 未写明应用')
  if (!role) throw wrong('OU names no role', 'OU 未写明角色')
  if (authority !== undefined && !isUscc(authority)) {
    throw wrong(
      'organizationIdentifier is no unified social credit code',
      'organizationIdentifier 不是统一社会信用代码',
    )
  }
  if (authority === undefined && actsForOne.includes(role)) {
    throw wrong(
      'the role needs an authority in organizationIdentifier',
      '该角色须在 organizationIdentifier 写明机构代码',
    )
  }
  const caller = { application, role, ...(authority === undefined ? {} : { authority }) } as Caller
  return { caller, serial, notAfter }
}

const wrong = (why: string, whyZh: string) => error('client-certificate-wrong', { why, whyZh })

import { rendererVersion } from '@licencevault/document'
import { composeIdentifier, fit, makeStatement, type Order } from '@licencevault/licence'
import type { Caller } from '../caller.ts'
import type { Catalogue } from '../catalogue/room.ts'
import { licenceOf, readOwn, requireFile } from '../licences.ts'
import { requireAuthority, requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import { civilDate, instant } from '../times.ts'
import { untilAborted } from '../until-aborted.ts'
import type { Desk } from './desk.ts'
import { find } from './find.ts'
import { issueMany } from './many.ts'
import type { FetchOptions, Issue, LicenceFile } from './room.ts'
import { makeVoid } from './void.ts'

/** Opens the issuing room over an office and its desk. */
export function openIssue(office: Office, catalogue: Catalogue, desk: Desk): Issue {
  return Object.freeze<Issue>({
    preview: (caller, order) => preview(office, desk, caller, order),
    issue: (caller, requestId, order, { signal } = {}) =>
      untilAborted(() => desk.issue({ caller, requestId, order }), signal),
    issueMany: (caller, orders, options) =>
      issueMany(orders, ({ requestId, order }) => desk.issue({ caller, requestId, order }), options),
    get: async (caller, identifier) => licenceOf(office, await readOwn(office, caller, identifier)),
    fetch: (caller, identifier, options = {}) => fetch(office, caller, identifier, options),
    find: (caller, criteria, page = {}) => find(office, caller, criteria, page),
    voidIssue: (caller, requestId, identifier, why) =>
      makeVoid(office, catalogue, caller, { requestId, identifier, why }),
  })
}

/** What the licence would look like, with a number and an identifier that nothing has. */
async function preview(office: Office, desk: Desk, caller: Caller, order: Order): Promise<Uint8Array> {
  requireRole(caller, 'issue')
  requireAuthority(caller, order.authority.code)
  const { type, press } = await desk.press(order.type.code, order.type.version)
  const at = office.clock()
  const issuedOn = civilDate(at)
  fit(type, order, issuedOn)
  const [typeCode, issuerCode] = [type.code, order.authority.code]
  const statement = makeStatement({
    type,
    order,
    identifier: composeIdentifier({ typeCode, issuerCode, serial: 'SPECIMEN', version: 1 }),
    number: '样本 SPECIMEN',
    issuedAt: instant(at),
    issuedOn,
    salt: new Uint8Array(16),
    rendererVersion,
  })
  return press.render(statement, { specimen: true })
}

async function fetch(
  office: Office,
  caller: Caller,
  identifier: string,
  { signal, beforeOpening }: FetchOptions,
): Promise<LicenceFile> {
  const file = requireFile(await readOwn(office, caller, identifier))
  await beforeOpening?.()
  signal?.throwIfAborted()
  const { info, stream } = await office.blobs.open(office.keys.licence(identifier), { signal })
  return { identifier, size: info.size, digest: file.digest, stream }
}

import { createHash } from 'node:crypto'
import { canonicalise } from '@licencevault/licence'
import type { Transaction } from 'kysely'
import type { Caller } from './caller.ts'
import { error } from './codes.ts'
import type { Office } from './office.ts'
import type { RequestRow, VaultTables } from './tables.ts'

const MAX_REQUEST_ID = 128
const requestForm = new RegExp(`^[A-Za-z0-9._:-]{1,${MAX_REQUEST_ID}}$`)

/** A request before it led to anything. */
export type Claim = Omit<RequestRow, 'ticket'>

/** What a request asks for, ready to be compared for ever. Throws VaultError `request-id-wrong`. */
export function claimOf(
  { personal }: Office,
  { application }: Caller,
  request: string,
  { kind, subject, content }: { readonly kind: string; readonly subject: string; readonly content: unknown },
): Claim {
  if (typeof request !== 'string' || !requestForm.test(request)) {
    throw error('request-id-wrong', { most: MAX_REQUEST_ID })
  }
  return {
    application,
    request,
    kind,
    subject,
    content: personal.index(`request ${kind}`, canonicalise(content)),
  }
}

/** How an entry names the request that led to it. */
export function requestDigest({ application }: Pick<Caller, 'application'>, request: string): string {
  return createHash('sha256').update(`${application}\0${request}`).digest('hex')
}

export const keyOf = ({ application, request }: Pick<Claim, 'application' | 'request'>) =>
  `${application}\0${request}`

/**
 * Writes requests down, each once for ever, and hands back those that stood there before, by
 * {@link keyOf}. Waits for another transaction that is just writing the same.
 */
export async function claimAll(
  office: Office,
  tx: Transaction<VaultTables>,
  claims: readonly Claim[],
): Promise<ReadonlyMap<string, RequestRow>> {
  await recognise(office, tx, claims)
  const sorted = [...claims].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const written = await tx
    .insertInto('vault_requests')
    .values(sorted.map((claim) => ({ ...claim, ticket: 0 })))
    .onConflict((conflict) => conflict.columns(['application', 'request']).doNothing())
    .returning(['application', 'request'])
    .execute()
  const fresh = new Set(written.map(keyOf))
  const known = claims.filter((claim) => !fresh.has(keyOf(claim)))
  if (known.length === 0) return new Map()
  const rows = await tx
    .selectFrom('vault_requests')
    .selectAll()
    .where((where) =>
      where.or(
        known.map(({ application, request }) =>
          where.and([where('application', '=', application), where('request', '=', request)]),
        ),
      ),
    )
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Throws VaultError `request-reused` unless the request asked for the same before. */
export function requireSame(claim: Claim, before: RequestRow): void {
  const same = isAmong(before.kind, claim.kind) && isAmong(before.content, claim.content)
  if (!same) throw error('request-reused', { requestId: claim.request })
}

/** Rebuilding knows of a request what it led to: where that could be asked for in several ways, it has each. */
const isAmong = (known: string, asked: string) =>
  known === unknownToRebuild || known.split(' ').includes(asked)

/** Stands for what no document says. */
export const unknownToRebuild = '*'

/** A request that was rebuilt is known by its digest alone, which is no request id. */
export const rebuiltName = (digest: string): string => `#${digest}`

/**
 * Gives rebuilt requests the ids by which they are asked again: from then on they are as any other. Nothing
 * to do where nothing was rebuilt.
 */
async function recognise(
  { rebuilt }: Office,
  tx: Transaction<VaultTables>,
  claims: readonly Pick<Claim, 'application' | 'request'>[],
): Promise<void> {
  if (!rebuilt || claims.length === 0) return
  const named = new Map(
    claims.map((claim) => [
      `${claim.application}\0${rebuiltName(requestDigest(claim, claim.request))}`,
      claim,
    ]),
  )
  const rows = await tx
    .selectFrom('vault_requests')
    .select(['application', 'request'])
    .where(
      'request',
      'in',
      claims.map((claim) => rebuiltName(requestDigest(claim, claim.request))),
    )
    .execute()
  for (const row of rows) {
    const claim = named.get(keyOf(row))
    if (!claim) continue
    await tx
      .updateTable('vault_requests')
      .set({ request: claim.request })
      .where('application', '=', row.application)
      .where('request', '=', row.request)
      .execute()
  }
}

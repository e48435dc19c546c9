import { tablesOf } from '@licencevault/stores'
import { composeAuthorityList, type ListedAuthority, readAuthorityList } from '@licencevault/verify'
import { once } from '../act.ts'
import type { Caller } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, readDocument } from '../documents.ts'
import { given } from '../given.ts'
import { requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import type { Page, PageRequest } from '../page.ts'
import { readCursor, sizeOf, writeCursor } from '../pages.ts'
import { claimOf, requestDigest } from '../requests.ts'
import type { AuthorityRow, VaultTables } from '../tables.ts'
import { instant } from '../times.ts'
import type { AuthorityCriteria, AuthorityRecord } from './room.ts'
import { contains } from './types.ts'

/** Takes in the description of an authority, or another one in the place of the last. */
export async function describe(
  office: Office,
  caller: Caller,
  requestId: string,
  kind: 'authority-added' | 'authority-revised',
  authority: ListedAuthority,
): Promise<AuthorityRecord> {
  requireRole(caller, 'catalogue')
  const bytes = describing(authority)
  const { code, name } = authority
  const digest = await keepDocument(office, bytes)
  const claim = claimOf(office, caller, requestId, { kind, subject: code, content: digest })
  const { recorded } = await once(office, claim, async (tx, propose) => {
    const standing = await tx
      .selectFrom('vault_authorities')
      .select('code')
      .where('code', '=', code)
      .execute()
    if (kind === 'authority-added' && standing.length > 0)
      throw error('authority-exists', { authority: code })
    if (kind === 'authority-revised' && standing.length === 0) throw unknown(code)
    const [ticket = 0] = await propose([
      {
        kind,
        subject: subjectOf(code),
        effectiveFrom: instant(office.clock()),
        authority: caller.authority ?? office.keeper,
        digests: { description: digest },
        actor: { application: caller.application, role: caller.role },
        request: requestDigest(caller, requestId),
      },
    ])
    const row = { code, name: name.zh, name_en: name.en, digest, ticket }
    await (standing.length > 0
      ? tx.updateTable('vault_authorities').set(row).where('code', '=', code)
      : tx.insertInto('vault_authorities').values(row)
    ).execute()
    return ticket
  })
  return { authority, digest, recordedAt: recorded.entry.recordedAt, index: recorded.index }
}

/** Reads one and holds it against the ledger. */
export async function readAuthority(office: Office, code: string): Promise<AuthorityRecord> {
  const row = await tablesOf<VaultTables>(office.db.query)
    .selectFrom('vault_authorities')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  if (!row) throw unknown(code)
  return recordOf(office, row)
}

export async function findAuthorities(
  office: Office,
  criteria: AuthorityCriteria,
  request: PageRequest,
): Promise<Page<AuthorityRecord>> {
  const size = sizeOf(request)
  const query = ['authorities', given(criteria)]
  const [after = ''] = readCursor(office, query, request.cursor) ?? []
  const rows = await allAuthorities(office)
  const found: AuthorityRecord[] = []
  for (const row of rows) {
    if (row.code <= String(after)) continue
    if (criteria.name !== undefined && !contains([row.name, row.name_en], criteria.name)) continue
    const record = await recordOf(office, row)
    const { licenceTypes } = record.authority
    if (criteria.type !== undefined && !licenceTypes.some(({ code }) => code === criteria.type)) continue
    if (found.length === size) {
      const last = found.at(-1)?.authority.code ?? ''
      return { rows: found, next: writeCursor(office, query, [last]) }
    }
    found.push(record)
  }
  return { rows: found }
}

/** All rows, by code. */
export async function allAuthorities({ db }: Office): Promise<readonly AuthorityRow[]> {
  return tablesOf<VaultTables>(db.query).selectFrom('vault_authorities').selectAll().orderBy('code').execute()
}

export async function recordOf(office: Office, row: AuthorityRow): Promise<AuthorityRecord> {
  const last = (await office.ledger.entriesOf(subjectOf(row.code))).at(-1)
  if (!last || last.entry.digests.description !== row.digest) {
    throw error('row-altered', {
      subject: subjectOf(row.code),
      what: 'its description differs',
      whatZh: '机构信息不一致',
    })
  }
  const [authority] = readAuthorityList(await readDocument(office, row.digest)).authorities
  if (!authority) throw error('blob-altered', { digest: row.digest })
  return { authority, digest: row.digest, recordedAt: last.entry.recordedAt, index: last.index }
}

/**
 * A description is kept as a list of one authority, so that it has the format of the list and is refused
 * for whatever the list would be refused for.
 */
function describing(authority: ListedAuthority): Uint8Array {
  return composeAuthorityList({ ...listOfOne, authorities: [authority] })
}

const listOfOne = {
  sequence: 1,
  issuedAt: '2000-01-01T00:00:00Z',
  nextUpdate: '2000-01-02T00:00:00Z',
  roots: [],
} as const

const subjectOf = (code: string) => `authority/${code}`

function unknown(code: string) {
  return error('authority-unknown', { authority: code.slice(0, 40) })
}

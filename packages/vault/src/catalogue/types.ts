import { checkTemplate, type Template, templateBytes, templateDigest } from '@licencevault/document'
import { canonicalise, defineType, type LicenceType, readCanonical } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import { once } from '../act.ts'
import type { Caller } from '../caller.ts'
import { error } from '../codes.ts'
import { keepDocument, readDocument, sha256 } from '../documents.ts'
import { given } from '../given.ts'
import { requireRole } from '../may.ts'
import type { Office } from '../office.ts'
import type { Page, PageRequest } from '../page.ts'
import { readCursor, sizeOf, writeCursor } from '../pages.ts'
import { claimOf, requestDigest } from '../requests.ts'
import type { TypeRow, VaultTables } from '../tables.ts'
import { instant } from '../times.ts'
import type { TypeCriteria, TypeRecord } from './room.ts'

type Asked = 'type-defined' | 'type-revised'

/** Takes in a version of a type: its first, or the one after the latest. */
export async function takeIn(
  office: Office,
  caller: Caller,
  requestId: string,
  kind: Asked,
  given: { readonly type: LicenceType; readonly template: Template },
): Promise<TypeRecord> {
  requireRole(caller, 'catalogue')
  const type = defineType(given.type)
  requireTemplate(type, given.template)
  const { code, version } = type
  const definition = canonicalise(type)
  const claim = claimOf(office, caller, requestId, { kind, subject: code, content: type })
  const template = await keepDocument(office, templateBytes(given.template))
  const digest = await keepDocument(office, definition)
  const { recorded } = await once(office, claim, async (tx, propose) => {
    const latest = await latestVersion(tx, code)
    requireNext(kind, type, latest)
    const [ticket = 0] = await propose([
      {
        kind,
        subject: subjectOf(code),
        effectiveFrom: type.inForce?.from ?? instant(office.clock()),
        authority: caller.authority ?? office.keeper,
        type: `${code}@${version}`,
        digests: { definition: digest, template },
        actor: { application: caller.application, role: caller.role },
        request: requestDigest(caller, requestId),
      },
    ])
    const { name, nameEn: name_en, inForce } = type
    const begins = inForce?.from ?? null
    await tx
      .insertInto('vault_types')
      .values({ code, version, name, name_en, kind: type.kind, digest, template, begins, ticket })
      .execute()
    await tx.deleteFrom('vault_issuers').where('code', '=', code).execute()
    await tx
      .insertInto('vault_issuers')
      .values(type.issuingAuthorities.map((authority) => ({ code, authority })))
      .execute()
    return ticket
  })
  const { index, entry } = recorded
  return { type, digest, recordedAt: entry.recordedAt, index, retired: false }
}

/** Nothing more is issued of it. */
export async function retire(
  office: Office,
  caller: Caller,
  requestId: string,
  code: string,
): Promise<TypeRecord> {
  requireRole(caller, 'catalogue')
  const { type, digest } = await readType(office, code)
  const kind = 'type-retired'
  const claim = claimOf(office, caller, requestId, { kind, subject: code, content: { code } })
  await once(office, claim, async (tx, propose) => {
    const standing = await tx.selectFrom('vault_retired').selectAll().where('code', '=', code).execute()
    if (standing.length > 0) throw error('type-retired', { type: code })
    const [ticket = 0] = await propose([
      {
        kind,
        subject: subjectOf(code),
        effectiveFrom: instant(office.clock()),
        authority: caller.authority ?? office.keeper,
        type: `${code}@${type.version}`,
        digests: { definition: digest },
        actor: { application: caller.application, role: caller.role },
        request: requestDigest(caller, requestId),
      },
    ])
    await tx.insertInto('vault_retired').values({ code, ticket }).execute()
    return ticket
  })
  return readType(office, code)
}

/** Reads a version, or the latest, and holds it against the ledger. */
export async function readType(office: Office, code: string, version?: number): Promise<TypeRecord> {
  const query = tablesOf<VaultTables>(office.db.query)
  const found = query.selectFrom('vault_types').selectAll().where('code', '=', code)
  const row = await (version === undefined
    ? found.orderBy('version', 'desc').limit(1)
    : found.where('version', '=', version)
  ).executeTakeFirst()
  if (!row) throw unknown(code, version)
  const retired = await query.selectFrom('vault_retired').select('ticket').where('code', '=', code).execute()
  return recordOf(office, row, retired.length > 0)
}

/** The template of a version, as it was taken in. */
export async function readTemplate(office: Office, { template }: LicenceType): Promise<Template> {
  const read = readCanonical(await readDocument(office, template)) as unknown as Template
  checkTemplate(read)
  return read
}

/** The latest version of each type that fits. */
export async function findTypes(
  office: Office,
  criteria: TypeCriteria,
  request: PageRequest,
): Promise<Page<TypeRecord>> {
  const size = sizeOf(request)
  const query = ['types', given(criteria)]
  const [after = ''] = readCursor(office, query, request.cursor) ?? []
  const { rows, retired, issued } = await allTypes(office, criteria.issuer)
  const fitting = rows.filter(
    ({ code, name, name_en, kind }) =>
      code > String(after) &&
      (criteria.retired === true || !retired.has(code)) &&
      (criteria.kind === undefined || kind === criteria.kind) &&
      (issued === undefined || issued.has(code)) &&
      (criteria.name === undefined || contains([name, name_en], criteria.name)),
  )
  const page = fitting.slice(0, size)
  const last = page.at(-1)
  return {
    rows: await Promise.all(page.map((row) => recordOf(office, row, retired.has(row.code)))),
    ...(last && fitting.length > size && { next: writeCursor(office, query, [last.code]) }),
  }
}

export const contains = (texts: readonly string[], part: string): boolean =>
  texts.some((text) => text.toLowerCase().includes(part.toLowerCase()))

/** A catalogue has hundreds of types, and rarely thousands: names are compared here, alike for each engine. */
async function allTypes({ db }: Office, issuer: string | undefined) {
  const query = tablesOf<VaultTables>(db.query)
  const versions = await query
    .selectFrom('vault_types')
    .selectAll()
    .orderBy('code')
    .orderBy('version')
    .execute()
  const latest = new Map(versions.map((row) => [row.code, row]))
  const retired = await query.selectFrom('vault_retired').select('code').execute()
  const issued =
    issuer === undefined
      ? undefined
      : await query.selectFrom('vault_issuers').select('code').where('authority', '=', issuer).execute()
  return {
    rows: [...latest.values()],
    retired: new Set(retired.map(({ code }) => code)),
    issued: issued && new Set(issued.map(({ code }) => code)),
  }
}

async function recordOf(office: Office, row: TypeRow, retired: boolean): Promise<TypeRecord> {
  const { code, version, digest } = row
  const entries = await office.ledger.entriesOf(subjectOf(code))
  const taken = entries.find(
    ({ entry }) => entry.type === `${code}@${version}` && entry.kind !== 'type-retired',
  )
  const retiring = entries.some(({ entry }) => entry.kind === 'type-retired')
  const { definition, template } = taken?.entry.digests ?? {}
  if (!taken || definition !== digest || template !== row.template || retiring !== retired) {
    throw error('row-altered', {
      subject: subjectOf(code),
      what: `version ${version} differs`,
      whatZh: `版本 ${version} 不一致`,
    })
  }
  const type = defineType(readCanonical(await readDocument(office, digest)))
  return { type, digest, recordedAt: taken.entry.recordedAt, index: taken.index, retired }
}

const subjectOf = (code: string) => `type/${code}`

function requireTemplate(type: LicenceType, template: Template): void {
  checkTemplate(template)
  const found = templateDigest(template)
  if (found !== type.template || found !== sha256(templateBytes(template))) {
    throw error('template-other', { expected: type.template, found })
  }
}

async function latestVersion(
  tx: Parameters<Parameters<typeof once>[2]>[0],
  code: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('vault_types')
    .select('version')
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version
}

function requireNext(kind: Asked, { code, version }: LicenceType, latest: number | undefined): void {
  if (kind === 'type-defined' && latest !== undefined) throw error('type-exists', { type: code })
  if (kind === 'type-revised' && latest === undefined) throw unknown(code)
  const expected = (latest ?? 0) + 1
  if (version !== expected) throw error('type-version-wrong', { type: code, expected, found: version })
}

function unknown(code: string, version?: number) {
  const type = version === undefined ? code : `${code}@${version}`
  return error('type-unknown', { type: type.slice(0, 64) })
}

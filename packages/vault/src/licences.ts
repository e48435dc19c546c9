import { VaultError } from '@licencevault/errors'
import { type RecordedState, type State, type Statement, stateOn, states } from '@licencevault/licence'
import { type Db, tablesOf } from '@licencevault/stores'
import type { CompiledQuery } from 'kysely'
import type { Caller } from './caller.ts'
import { error } from './codes.ts'
import { sha256 } from './documents.ts'
import type { Licence } from './issue/room.ts'
import { requireAuthority, requireRole, scopeOf } from './may.ts'
import type { Office } from './office.ts'
import { type Step, stepsOf } from './status/axis.ts'
import type { FileRow, LicenceRow, VaultTables } from './tables.ts'
import { civilDate, timeOf } from './times.ts'

/** A licence whose row was held against the ledger on this call. */
export interface Bound {
  readonly row: LicenceRow
  readonly file: FileRow | undefined
  readonly statement: Statement
  readonly steps: readonly [Step, ...Step[]]
}

/** Reads a licence. Throws VaultError `licence-unknown`, `row-altered`. */
export async function readLicence(office: Office, identifier: string): Promise<Bound> {
  const found = await findLicence(office, identifier)
  if (!found) throw error('licence-unknown', { identifier: identifier.slice(0, 128) })
  return found
}

/** A licence that the caller may read. Throws VaultError `role-may-not`, `authority-other`, `licence-unknown`. */
export async function readOwn(office: Office, caller: Caller, identifier: string): Promise<Bound> {
  requireRole(caller, 'read')
  const bound = await readLicence(office, identifier)
  if (scopeOf(caller) !== undefined) requireAuthority(caller, bound.row.authority)
  return bound
}

/** A licence, or `undefined` for a licence that neither the rows nor the ledger know. */
export async function findLicence(office: Office, identifier: string): Promise<Bound | undefined> {
  for (let attempt = 1; ; attempt++) {
    const compared = await compare(office, identifier)
    if (compared.what === undefined) return compared.bound
    // Somebody may just be changing it, or a process ended before its entry was sequenced.
    const { row } = compared
    if (attempt === ATTEMPTS || !row || !(await isSettled(office, row.ticket))) {
      throw altered(identifier, compared.what)
    }
  }
}

const ATTEMPTS = 4

/** The file of a licence that has one. Throws VaultError `licence-not-kept`. */
export function requireFile({ row, file }: Bound): FileRow {
  if (file) return file
  const { en, zh } = states[row.state].name
  throw error('licence-not-kept', { identifier: row.identifier, state: en, stateZh: zh })
}

/** What a caller is told of a licence. */
export function licenceOf(office: Office, { row, file, statement, steps: [issued] }: Bound): Licence {
  const { validity } = statement
  return {
    identifier: row.identifier,
    number: statement.number,
    type: { code: statement.type.code, version: statement.type.version },
    authority: statement.authority.code,
    state: stateNow(office, row.state, validity),
    validity,
    issuedAt: statement.issuedAt,
    issuedOn: statement.issuedOn,
    statementDigest: row.statement_digest,
    ...(file && { file: { digest: file.digest, size: file.size } }),
    index: issued.recorded.index,
    ...(row.predecessor !== null && { predecessor: row.predecessor }),
    ...(row.successor !== null && row.state === 'superseded' && { successor: row.successor }),
  }
}

/** The state at this moment. */
export function stateNow(office: Office, recorded: RecordedState, validity: Statement['validity']): State {
  return stateOnDay(recorded, validity, civilDate(office.clock()))
}

/** Before a licence is there, the calendar says nothing about it. */
export function stateOnDay(recorded: RecordedState, validity: Statement['validity'], day: string): State {
  return recorded === 'issuing' || recorded === 'void' ? recorded : stateOn(recorded, validity, day)
}

/** The statement of a row, opened, its digest checked. Throws VaultError `row-altered`. */
export function statementOf({ personal }: Office, row: LicenceRow): Statement {
  if (row.statement.length === 0) return withoutFile(row)
  const bytes = opened(() => personal.open(row.statement, row.identifier))
  if (!bytes || sha256(bytes) !== row.statement_digest) throw altered(row.identifier, statementDiffers)
  // What has this digest was checked when it was written: nothing else is behind the ledger's word for it.
  return JSON.parse(decoder.decode(bytes)) as Statement
}

const decoder = new TextDecoder()

/**
 * What is left after rebuilding of a licence that has no file: identifier, type, authority and time. One that
 * had a file is lost with it. Throws VaultError `licence-lost`.
 */
function withoutFile({
  identifier,
  state,
  type,
  type_version,
  authority,
  issued_on,
  effective_us,
}: LicenceRow): Statement {
  if (state !== 'void') throw error('licence-lost', { identifier })
  return {
    format: 'licencevault.statement/1',
    type: { code: type, version: type_version, name: '' },
    template: '',
    renderer: '',
    identifier,
    number: '',
    holders: [],
    fields: {},
    validity: { from: issued_on, until: null },
    authority: { code: authority, name: '' },
    issuedAt: `${timeOf(effective_us).slice(0, 19)}Z`,
    issuedOn: issued_on,
    salt: '',
  }
}

interface Difference {
  readonly en: string
  readonly zh: string
}

type Compared =
  | { readonly what: undefined; readonly bound: Bound | undefined }
  | { readonly what: Difference; readonly row: LicenceRow | undefined }

async function compare(office: Office, identifier: string): Promise<Compared> {
  const [{ row, file }, entries] = await Promise.all([
    rowsOf(office.db, identifier),
    office.ledger.entriesOf(identifier),
  ])
  const [first, ...others] = stepsOf(entries)
  if (!row) return first ? { what: rowMissing, row } : { what: undefined, bound: undefined }
  if (!first) return { what: entryMissing, row }
  const steps = [first, ...others] as const
  const what = difference(row, file, steps)
  if (what) return { what, row }
  return { what: undefined, bound: { row, file, statement: statementOf(office, row), steps } }
}

interface LicenceAndFile extends LicenceRow {
  readonly file_digest: string | null
  readonly file_size: number | null
  readonly file_ticket: number | null
  readonly file_checked_us: number | null
}

const licenceQueries = new WeakMap<Db, CompiledQuery<LicenceAndFile>>()

/** One statement, built once for each database: building it takes longer than running it. */
function licenceQuery(db: Db, identifier: string): CompiledQuery<LicenceAndFile> {
  const built =
    licenceQueries.get(db) ??
    tablesOf<VaultTables>(db.query)
      .selectFrom('vault_licences')
      .leftJoin('vault_files as file', 'file.identifier', 'vault_licences.identifier')
      .selectAll('vault_licences')
      .select(['file.digest as file_digest', 'file.size as file_size'])
      .select(['file.ticket as file_ticket', 'file.checked_us as file_checked_us'])
      .where('vault_licences.identifier', '=', identifier)
      .compile()
  licenceQueries.set(db, built)
  return { ...built, parameters: [identifier] }
}

async function rowsOf(db: Db, identifier: string): Promise<Pick<Partial<Bound>, 'row' | 'file'>> {
  const { rows } = await db.query.executeQuery(licenceQuery(db, identifier))
  const [found] = rows
  if (!found) return {}
  const { file_digest: digest, file_size: size, file_ticket: ticket, file_checked_us, ...row } = found
  if (digest === null || size === null || ticket === null || file_checked_us === null) return { row }
  return { row, file: { identifier, digest, size, ticket, checked_us: file_checked_us } }
}

function difference(
  row: LicenceRow,
  file: FileRow | undefined,
  steps: Bound['steps'],
): Difference | undefined {
  const [{ recorded: issued }] = steps
  const { digests, authority, type, links } = issued.entry
  if (digests.statement !== row.statement_digest) return statementDiffers
  if (authority !== row.authority || type !== `${row.type}@${row.type_version}`) return originDiffers
  if ((links?.predecessor ?? null) !== row.predecessor) return linkDiffers
  const kept = steps.find(({ recorded }) => recorded.entry.kind === 'kept')
  if (kept?.recorded.entry.digests.file !== file?.digest) return fileDiffers
  const last = steps.at(-1) ?? steps[0]
  if (last.state !== row.state || last.effective !== row.effective_us) return stateDiffers
  const successor = last.recorded.entry.links?.successor
  return last.state === 'superseded' && (successor ?? null) !== row.successor ? linkDiffers : undefined
}

const rowMissing = { en: 'its row is missing', zh: '记录缺失' }
const entryMissing = { en: 'the ledger has no entry of it', zh: '账本中没有其条目' }
const statementDiffers = { en: 'its statement differs', zh: '证照数据不一致' }
const originDiffers = { en: 'its authority or type differs', zh: '机构或类型不一致' }
const fileDiffers = { en: 'its file differs', zh: '文件不一致' }
const stateDiffers = { en: 'its state differs', zh: '状态不一致' }
const linkDiffers = { en: 'its predecessor or successor differs', zh: '前后关联不一致' }

async function isSettled({ ledger }: Office, ticket: number): Promise<boolean> {
  try {
    await ledger.settle([ticket])
    return true
  } catch (cause) {
    if (cause instanceof VaultError && cause.code === 'ticket-unknown') return false
    throw cause
  }
}

function altered(identifier: string, { en, zh }: Difference) {
  return error('row-altered', { subject: identifier, what: en, whatZh: zh })
}

/** Undefined where the cipher refuses: the row's bytes were changed, or moved from another row. */
function opened(open: () => Uint8Array): Uint8Array | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}

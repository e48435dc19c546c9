import { VaultError } from '@licencevault/errors'
import type { Recorded } from '@licencevault/ledger'
import { defineType, type LicenceType, moves, readCanonical, readIdentifier } from '@licencevault/licence'
import { readUnverifiedCms } from '@licencevault/signing'
import { tablesOf } from '@licencevault/stores'
import { type AuthorityList, type ListedAuthority, readAuthorityList } from '@licencevault/verify'
import { required } from '../act.ts'
import { type ActText, readAct } from '../acts.ts'
import { error } from '../codes.ts'
import { readDocument } from '../documents.ts'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import { type FoundFile, readFile } from './read-file.ts'

/** What the documents say that one entry names. */
export type Documents =
  | { readonly of: 'type'; readonly type: LicenceType }
  | { readonly of: 'authority'; readonly authority: ListedAuthority }
  | { readonly of: 'list'; readonly list: AuthorityList }
  | { readonly of: 'issued'; readonly type: LicenceType; readonly file: FoundFile }
  | { readonly of: 'kept'; readonly file: FoundFile }
  | { readonly of: 'act'; readonly words: ActText | undefined; readonly type: LicenceType }
  | { readonly of: 'nothing' }

/** Reads what entries name. Versions of types are kept: they never change, and every licence asks for its own. */
export function documentReader(office: Office): (recorded: Recorded) => Promise<Documents> {
  const types = new Map<string, Promise<LicenceType>>()
  const files = new Map<string, FoundFile>()

  const typeBy = (name: string, definition: string): Promise<LicenceType> => {
    const reading = readDocument(office, definition).then((bytes) => defineType(readCanonical(bytes)))
    types.set(name, reading)
    return reading
  }
  const typeOf = async (name: string): Promise<LicenceType> => {
    const known = types.get(name)
    if (known) return known
    const [code = '', version] = name.split('@')
    const row = await tablesOf<VaultTables>(office.db.query)
      .selectFrom('vault_types')
      .select('digest')
      .where('code', '=', code)
      .where('version', '=', Number(version))
      .executeTakeFirst()
    if (!row) throw error('type-unknown', { type: name })
    return typeBy(name, row.digest)
  }

  return async ({ entry }) => {
    const { kind, subject, digests, type } = entry
    if (kind === 'type-defined' || kind === 'type-revised') {
      return { of: 'type', type: await typeBy(type ?? '', digests.definition ?? '') }
    }
    if (kind === 'authority-added' || kind === 'authority-revised') {
      const bytes = await readDocument(office, digests.description ?? '')
      return { of: 'authority', authority: required(readAuthorityList(bytes).authorities[0]) }
    }
    if (kind === 'list-published') {
      const { content } = readUnverifiedCms(await readDocument(office, digests.list ?? ''))
      if (!content) throw error('blob-altered', { digest: digests.list ?? '' })
      return { of: 'list', list: readAuthorityList(content) }
    }
    // The ledger may have entries of others, whose words may be the same.
    if (readIdentifier(subject).findings.length > 0) return { of: 'nothing' }
    if (kind === 'issued') {
      const file = await readFile(office, subject, digests.statement ?? '')
      files.set(subject, file)
      return { of: 'issued', file, type: await typeOf(type ?? '') }
    }
    if (kind === 'kept') {
      const file = files.get(subject) ?? (await readFile(office, subject, digests.statement ?? ''))
      files.delete(subject)
      return { of: 'kept', file }
    }
    if (kind === 'void' || Object.hasOwn(moves, kind)) {
      return { of: 'act', words: await wordsOf(office, digests.act), type: await typeOf(type ?? '') }
    }
    return { of: 'nothing' }
  }
}

/** An entry outlives its words, which may have been disposed of lawfully. */
async function wordsOf(office: Office, digest: string | undefined): Promise<ActText | undefined> {
  try {
    return await readAct(office, digest ?? '')
  } catch (cause) {
    if (cause instanceof VaultError && cause.kind !== 'unavailable') return undefined
    throw cause
  }
}

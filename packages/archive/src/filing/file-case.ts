import { randomBytes } from 'node:crypto'
import { canonicalise } from '@licencevault/licence'
import { tablesOf } from '@licencevault/stores'
import { type Caller, requireRole } from '../caller.ts'
import type { InspectedFile } from '../checks/facts.ts'
import { error as archiveError } from '../codes.ts'
import type { FormatName } from '../formats/formats.ts'
import type { Items } from '../items/items.ts'
import { microseconds, type Office, sha256, today } from '../office.ts'
import { archiveShape } from '../shape.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Scanner } from '../virus/clamd.ts'
import { readAnswer } from './answers.ts'
import type { CaseOrder } from './case-order.ts'
import { error } from './codes.ts'
import { defineCase } from './define-case.ts'
import { noteException } from './exceptions.ts'
import { type Asked, filingDigest, findFiling, keepRequest } from './find-filing.ts'
import { inspect } from './inspect.ts'
import { type Filed, keepCase, type RegisterTogether } from './keep-case.ts'
import type { Examined } from './prepare.ts'
import { type RecordedCase, type RecordTogether, recordCase } from './record-case.ts'
import { scheduleFor } from './schedule-for.ts'
import { scopeOf } from './scope.ts'
import { memoryBytes, openSpool, type SentFile, type Spool, type SpooledFile } from './spool.ts'
import type { FilingRow } from './tables.ts'

/** What filing needs beside the office. */
export interface FilingDesk {
  readonly office: Office
  readonly items: Items
  /** Folder on this machine for what is received and not yet kept. */
  readonly spool: string
  /** Certificates under which signatures in filed documents are trusted, DER. */
  readonly roots: readonly Uint8Array[]
  readonly scanner: Scanner | undefined
  readonly acceptedFormats: readonly FormatName[]
  readonly record: RecordTogether
  readonly register: RegisterTogether
}

export interface FileOptions {
  /**
   * Why a case that is filed already is filed anew with other content; its old package is kept. Up to 1,000
   * characters, as they are fit for a licence.
   */
  readonly correction?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Characters of the reason of a correction. */
const REASON_CHARACTERS = 1_000
const { label } = archiveShape('case')

/**
 * Files a finished case (归档, GB/T 42727-2023 6.2 to 6.11): collected, counted, inspected, arranged, checked,
 * committed to in the ledger, packaged, stored, registered. The same case again with the same content is the
 * same act, under whatever request; content that a correction has put aside does not stand and is refused.
 *
 * Nothing half-done is left: until the entry is recorded a refusal leaves nothing but its line on the exception
 * list; after that the same request, sent again, is carried on from where it stopped.
 *
 * @param sent the files, in any order; read only if they are still needed
 * @throws VaultError `case-…`, `package-…`, `item-…`, `member-…`, `request-…`, `role-may-not`, `scanner-…`, `spool-full`
 */
export async function fileCase(
  desk: FilingDesk,
  caller: Caller,
  requestId: string,
  value: unknown,
  sent: AsyncIterable<SentFile>,
  { correction, signal }: FileOptions = {},
): Promise<Filed> {
  const { office } = desk
  requireRole(caller, 'file')
  const order = defineCase(value, today(office))
  if (correction !== undefined) label(correction, 'correction', REASON_CHARACTERS)
  requireOwn(caller, order)
  const orderDigest = sha256(canonicalise({ kind: 'case-filed', order: { ...order } }))
  const digest = filingDigest(orderDigest, correction)
  const asked = { caller, requestId: requireId(requestId), order, orderDigest, digest, correction }
  const begun = await findFiling(tablesOf<ArchiveTables>(office.db.query), asked)
  if (begun?.answer != null) {
    await keepRequest(office, asked, begun)
    return readAnswer(begun.answer)
  }
  const spool = openSpool(desk.spool, randomBytes(16).toString('hex'))
  try {
    const { recorded, files } = await take(desk, asked, begun, spool, sent, signal)
    const answered = desk.register.expect()
    try {
      // Recorded, it is carried to its end whether or not the caller stays.
      const filed = await keepCase(office, desk.register, recorded, files)
      await keepRequest(office, asked, recorded.filing)
      return filed
    } finally {
      answered()
    }
  } finally {
    await spool.remove()
  }
}

/** Takes the files in and records the case, unless an earlier try has recorded it. */
async function take(
  desk: FilingDesk,
  asked: Asked,
  begun: FilingRow | undefined,
  spool: Spool,
  sent: AsyncIterable<SentFile>,
  signal: AbortSignal | undefined,
): Promise<{ recorded: RecordedCase; files: readonly SpooledFile[] }> {
  const { order } = asked
  // A case of large files may be on its way for hours: nobody waits for it.
  const soon = order.files.reduce((sum, { size }) => sum + size, 0) <= memoryBytes
  const answered = soon && !begun ? desk.record.expect() : undefined
  try {
    const files = await spool.receive(order.files, sent, signal)
    if (begun) return { recorded: { filing: begun }, files }
    const dossier = await examine(desk, asked, files, signal)
    return { recorded: await recordCase(desk.office, desk.record, asked, dossier), files }
  } finally {
    answered?.()
  }
}

/** Looks at everything that the check needs, and refuses what cannot be filed before it gets a number. */
async function examine(
  desk: FilingDesk,
  asked: Asked,
  files: readonly SpooledFile[],
  signal: AbortSignal | undefined,
): Promise<Examined> {
  const { order } = asked
  const { office, items, scanner, roots, acceptedFormats } = desk
  const rows = tablesOf<ArchiveTables>(office.db.query)
  const { item, retiredOn } = await items.get(order.item, order.itemVersion)
  if (retiredOn !== null && order.closedOn > retiredOn)
    throw archiveError('item-retired', { item: item.code, on: retiredOn })
  const known = new Set(item.situations.map(({ code }) => code))
  const strange = order.situations.find((code) => !known.has(code))
  if (strange !== undefined) throw error('case-situation-unknown', { item: item.code, situation: strange })
  const filedOn = today(office)
  const schedule = await scheduleFor(rows, asked, filedOn)
  const scope = scopeOf(item, schedule.schedule, order)
  const inspected: InspectedFile[] = []
  const at = office.clock()
  for (const file of files) inspected.push(await inspect(file, { roots, at, scanner, signal }))
  const version = await scanner?.version(signal)
  const dossier = {
    order,
    item,
    schedule,
    scope,
    files,
    inspected,
    filedOn,
    scanner: version,
    acceptedFormats,
  }
  await requireScope(office, dossier)
  return dossier
}

/** A missing file is told by name and material, not as one of thirty checks. */
async function requireScope(office: Office, { order, item, scope }: Examined): Promise<void> {
  const [outside] = scope.outside
  const refusal =
    scope.missing.length > 0
      ? error('case-files-missing', {
          count: scope.missing.length,
          missing: scope.missing.map(({ code, name }) => `${code} ${name}`).join(', '),
        })
      : outside && error('case-file-outside-scope', { ...outside })
  if (!refusal) return
  await office.db.transaction((tx) =>
    noteException(tablesOf<ArchiveTables>(tx), order, item, {
      kind: 'incomplete',
      reason: refusal.code,
      now: microseconds(office),
    }),
  )
  throw refusal
}

function requireId(requestId: string): string {
  if (typeof requestId !== 'string' || !/^[A-Za-z0-9._:-]{1,128}$/.test(requestId))
    throw archiveError('request-id-wrong')
  return requestId
}

function requireOwn({ role, authority }: Caller, { office }: CaseOrder): void {
  if (role === 'filer' && authority !== undefined && authority !== office.code)
    throw error('case-of-another-office', { own: authority, office: office.code })
}

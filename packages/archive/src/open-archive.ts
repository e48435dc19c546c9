import { VaultError } from '@licencevault/errors'
import type { Ledger } from '@licencevault/ledger'
import { isUscc } from '@licencevault/licence'
import { type Blobs, blobKeys, type Db } from '@licencevault/stores'
import type { Done } from './act.ts'
import type { Caller } from './caller.ts'
import { recordEvent } from './cases/events.ts'
import { followLicences } from './cases/follow-licences.ts'
import { error } from './codes.ts'
import { type Filing, type FilingOptions, filingRoom } from './filing/filing.ts'
import { clearLeftSpools } from './filing/spool-owners.ts'
import { type Holds, holdsRoom } from './holds/holds.ts'
import { type Items, itemsRoom } from './items/items.ts'
import { migrations } from './migrations.ts'
import type { Office, ValidityOf } from './office.ts'
import { type Queries, queriesRoom } from './queries/queries.ts'
import { type Undated, undatedRoom } from './queries/undated.ts'
import { type RebuiltArchive, rebuild } from './rebuild/rebuild.ts'
import { requireWhole } from './rebuild/whole.ts'
import { DEFAULT_ZONE, dayIn } from './retention/civil-day.ts'
import { applyToFiled, type Reach } from './schedules/apply.ts'
import { type Schedules, schedulesRoom } from './schedules/schedules.ts'
import type { Certify } from './use/certify.ts'
import { type Uses, usesRoom } from './use/use.ts'

export interface ArchiveOptions {
  readonly db: Db
  readonly blobs: Blobs
  readonly ledger: Ledger
  readonly clock: () => Date
  /** USCC of the body that keeps the archive. */
  readonly authority: string
  /** IANA zone whose calendar decides on which day something happened; `Asia/Shanghai` unless told. */
  readonly zone?: string
  /** Whether a case stays while a licence that it produced is in force, whatever its rule; true unless told. */
  readonly keepWhileInForce?: boolean
  /** How long a licence is valid, where the ledger does not say: whoever issued it knows. */
  readonly validityOf?: ValidityOf
  /** The seal of the body that keeps the archive, under which copies are certified; refused by name without one. */
  readonly certify?: Certify
  /** Where and with what finished cases are taken in. */
  readonly filing: FilingOptions
}

/** The records room: what must be kept, how long, who may use it, what falls due. */
export interface Archive {
  readonly items: Items
  readonly schedules: Schedules & {
    /** Applies an approved schedule to cases that are filed already, by a recorded decision. */
    applyToFiled(
      caller: Caller,
      requestId: string,
      reach: Reach,
    ): Promise<Done<{ number: number; items: number }>>
  }
  readonly filing: Filing
  readonly queries: Queries & Undated
  readonly holds: Holds
  readonly uses: Uses
  /** Records the day of an event that starts a case's term. */
  recordEvent(
    caller: Caller,
    requestId: string,
    caseId: string,
    event: { readonly event: string; readonly on: string },
  ): Promise<Done<{ caseId: string; dueOn: string | null }>>
  /** Takes in what the ledger has told of licences since the last time; returns how many entries were read. */
  followLicences(options?: { readonly signal?: AbortSignal }): Promise<number>
}

/**
 * Opens the records room on its stores and ledger, and makes its tables if they are missing. It knows no
 * vault: what becomes of licences it reads in the ledger. A database that lacks rows of what the ledger has
 * recorded is refused: it would tell wrongly what falls due. What killed processes left in the spool is removed.
 *
 * @throws VaultError `authority-wrong`, `zone-unknown`, `rebuild-needed`, `rebuild-unfinished`, and what the
 *   stores throw
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const office = await officeOf(options)
  await requireWhole(office)
  await clearLeftSpools(options.filing.spool)
  return roomsOf(office, options)
}

/** What an archive is rebuilt with: nothing is filed or used meanwhile. */
export type RebuildOptions = Omit<ArchiveOptions, 'filing' | 'certify'>

/**
 * Brings the rows of a database that was lost back from ledger and documents alone: an empty one gets every row
 * of the archive, and those of the ledger where they are not there yet. What is cut short goes on when it is
 * called again. No other process may have the archive open; licences should be known to `validityOf` by then.
 *
 * @throws VaultError `archive-not-empty`; `rebuild-stopped` where a document is lost on which everything after it
 *   rests; and what ledger and stores throw
 */
export async function rebuildArchive(
  options: RebuildOptions,
  how: { readonly signal?: AbortSignal | undefined } = {},
): Promise<RebuiltArchive> {
  return rebuild(await officeOf(options), how)
}

/** Whether the database has the rows of all that the ledger has recorded for the archive. */
export async function isArchiveWhole(options: RebuildOptions): Promise<boolean> {
  const office = await officeOf(options)
  try {
    await requireWhole(office)
    return true
  } catch (problem) {
    if (problem instanceof VaultError && problem.code.startsWith('rebuild-')) return false
    throw problem
  }
}

async function officeOf(options: RebuildOptions): Promise<Office> {
  const { zone = DEFAULT_ZONE, keepWhileInForce = true, validityOf, ...ports } = options
  if (!isUscc(ports.authority))
    throw error('authority-wrong', { found: String(ports.authority).slice(0, 40) })
  dayIn(zone, ports.clock())
  await ports.db.migrate('archive', migrations(ports.db.dialect))
  return { ...ports, zone, keepWhileInForce, validityOf, keys: blobKeys(ports.ledger.name) }
}

function roomsOf(office: Office, { filing, certify }: Pick<ArchiveOptions, 'filing' | 'certify'>): Archive {
  const items = itemsRoom(office)
  return Object.freeze<Archive>({
    items,
    filing: filingRoom(office, items, filing),
    schedules: {
      ...schedulesRoom(office),
      applyToFiled: (caller, requestId, reach) => applyToFiled(office, caller, requestId, reach),
    },
    queries: { ...queriesRoom(office), ...undatedRoom(office) },
    holds: holdsRoom(office),
    uses: usesRoom(office, certify),
    recordEvent: (caller, requestId, caseId, event) => recordEvent(office, caller, requestId, caseId, event),
    followLicences: (call) => followLicences(office, call),
  })
}

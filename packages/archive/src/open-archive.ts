import type { Ledger } from '@licencevault/ledger'
import { isUscc } from '@licencevault/licence'
import { type Blobs, blobKeys, type Db } from '@licencevault/stores'
import type { Done } from './act.ts'
import type { Caller } from './caller.ts'
import { recordEvent } from './cases/events.ts'
import { followLicences } from './cases/follow-licences.ts'
import { error } from './codes.ts'
import { type Filing, type FilingOptions, filingRoom } from './filing/filing.ts'
import { type Holds, holdsRoom } from './holds/holds.ts'
import { type Items, itemsRoom } from './items/items.ts'
import { migrations } from './migrations.ts'
import type { Office, ValidityOf } from './office.ts'
import { type Queries, queriesRoom } from './queries/queries.ts'
import { DEFAULT_ZONE, dayIn } from './retention/civil-day.ts'
import { applyToFiled, type Reach } from './schedules/apply.ts'
import { type Schedules, schedulesRoom } from './schedules/schedules.ts'
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
  readonly queries: Queries
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
 * vault: what becomes of licences it reads in the ledger.
 *
 * @throws VaultError `authority-wrong`, `zone-unknown`, and what the stores throw
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { zone = DEFAULT_ZONE, keepWhileInForce = true, validityOf, filing, ...ports } = options
  if (!isUscc(ports.authority))
    throw error('authority-wrong', { found: String(ports.authority).slice(0, 40) })
  dayIn(zone, ports.clock())
  await ports.db.migrate('archive', migrations(ports.db.dialect))
  const office: Office = { ...ports, zone, keepWhileInForce, validityOf, keys: blobKeys(ports.ledger.name) }
  const items = itemsRoom(office)
  return Object.freeze<Archive>({
    items,
    filing: filingRoom(office, items, filing),
    schedules: {
      ...schedulesRoom(office),
      applyToFiled: (caller, requestId, reach) => applyToFiled(office, caller, requestId, reach),
    },
    queries: queriesRoom(office),
    holds: holdsRoom(office),
    uses: usesRoom(office),
    recordEvent: (caller, requestId, caseId, event) => recordEvent(office, caller, requestId, caseId, event),
    followLicences: (call) => followLicences(office, call),
  })
}

import type { Recorded } from '@licencevault/ledger'
import type { Tx } from '../act.ts'
import type { ActDocument } from '../act-document.ts'
import type { Prepared } from '../filing/prepare.ts'
import type { ServiceItem } from '../items/item.ts'
import type { Office } from '../office.ts'
import type { FoundPackage } from './read-package.ts'

/** Kinds of entries that this archive leaves, and how their subjects begin: others may use the same words. */
const own: Readonly<Record<string, string>> = {
  'item-defined': 'item:',
  'item-revised': 'item:',
  'item-retired': 'item:',
  'schedule-proposed': 'schedule:',
  'schedule-approved': 'schedule:',
  'schedule-declined': 'schedule:',
  'schedule-applied': 'schedule:',
  'case-filed': 'case:',
  'case-corrected': 'case:',
  'case-stored': 'case:',
  'case-void': 'case:',
  'case-event': 'case:',
  'hold-placed': 'hold:',
  'hold-lifted': 'hold:',
  'uses-recorded': 'uses:',
  'exceptions-noted': 'exceptions:',
}

export function isOwn({ entry: { kind, subject } }: Recorded): boolean {
  const begins = Object.hasOwn(own, kind) ? own[kind] : undefined
  return begins !== undefined && subject.startsWith(begins)
}

/** What follows the colon of a subject: a code, number or id. */
export const nameIn = ({ entry: { subject } }: Recorded): string => subject.slice(subject.indexOf(':') + 1)

/** Rebuilding gives each entry this ticket. */
export const ticketOf = ({ index }: Recorded): number => -1 - index

/** An entry with what the documents say that it names, as far as they are read beforehand. */
export interface Told {
  readonly recorded: Recorded
  /** Of an act under a request; its trouble where the document cannot be read. */
  readonly act?: ActDocument | { readonly trouble: string }
  readonly item?: ServiceItem
  /** Of an entry that commits to a package, or says that it is stored. */
  readonly found?: FoundPackage & { readonly revision: number }
}

/** What the rows of one entry are written with. */
export interface Taking {
  readonly office: Office
  readonly tx: Tx
  readonly signal: AbortSignal | undefined
  /**
   * Cases that this transaction begins and registers, by {@link placeIn}: what they are made from goes from one
   * entry to the other without a row.
   */
  readonly both: ReadonlySet<string>
  readonly ready: Map<string, Prepared>
}

/** Case and revision, as its package is named. */
export const placeIn = ({ recorded, found }: Told): string => `${nameIn(recorded)}.${found?.revision ?? 1}`

/** When the act was done, for its rows. */
export const atUsOf = ({ recorded, act }: Told): number =>
  act && 'atUs' in act ? act.atUs : recordedUs(recorded)

/** The person that an act was done by, as far as it is known. */
export const personIn = ({ recorded, act }: Told): { application: string; user?: string } => {
  const { application } = recorded.entry.actor
  return act && 'user' in act && act.user !== undefined ? { application, user: act.user } : { application }
}

export function recordedUs({ entry: { recordedAt } }: Recorded): number {
  return Date.parse(`${recordedAt.slice(0, 23)}Z`) * 1000 + Number(recordedAt.slice(23, 26))
}

/** Notes that something which an entry names is lost or altered. */
export async function noteDamage(
  { tx }: Taking,
  { index, entry: { subject } }: Recorded,
  code: string,
  paths: readonly string[] = [''],
): Promise<void> {
  await tx
    .insertInto('archive_damage')
    .values(paths.map((path) => ({ idx: index, subject, code, path })))
    .execute()
}

import type { Caller } from '../caller.ts'
import { acceptedFormats, type FormatName } from '../formats/formats.ts'
import type { Items } from '../items/items.ts'
import type { Office } from '../office.ts'
import type { Scanner } from '../virus/clamd.ts'
import { commitExceptions } from './commit-exceptions.ts'
import { type FileOptions, fileCase } from './file-case.ts'
import { type Filed, registerTogether } from './keep-case.ts'
import { type FiledPackage, openFiled } from './open-filed.ts'
import { recordTogether } from './record-case.ts'
import { type Recovered, recoverFilings } from './recover-filings.ts'
import type { SentFile } from './spool.ts'
import { clearLeftSpools } from './spool-owners.ts'

/** Where and with what finished cases are taken in. */
export interface FilingOptions {
  /** Folder on this machine for files that are larger than memory should hold, until their package is kept. */
  readonly spool: string
  /** Certificates under which signatures in filed documents are trusted, DER; none unless told. */
  readonly roots?: readonly Uint8Array[]
  /** Virus scanner; without one the check reads 未检测. */
  readonly scanner?: Scanner
  /** Formats that may be filed; those of service-item practice unless told. */
  readonly acceptedFormats?: readonly FormatName[]
}

/** Taking in finished cases (归档). */
export interface Filing {
  /** See `fileCase`. */
  file(
    caller: Caller,
    requestId: string,
    order: unknown,
    sent: AsyncIterable<SentFile>,
    options?: FileOptions,
  ): Promise<Filed>
  /** The package of a filed case, the latest revision unless told; the caller closes it. */
  open(caseId: string, revision?: number, signal?: AbortSignal): Promise<FiledPackage>
  /** Carries on or ends what an earlier process left under way; safe to call at any time, by any process. */
  recover(signal?: AbortSignal): Promise<Recovered>
  /** Commits the lines of the list of exceptions that are not committed yet to the ledger; see `commitExceptions`. */
  commitExceptions(caller: Caller): Promise<number>
}

export function filingRoom(office: Office, items: Items, options: FilingOptions): Filing {
  const { spool, roots = [], scanner, acceptedFormats: accepted = acceptedFormats } = options
  const record = recordTogether(office)
  const register = registerTogether(office)
  const desk = { office, items, spool, roots, scanner, acceptedFormats: accepted, record, register }
  return {
    file: (caller, requestId, order, sent, more) => fileCase(desk, caller, requestId, order, sent, more),
    open: (caseId, revision, signal) => openFiled(office, caseId, revision, signal),
    async recover(signal) {
      await clearLeftSpools(spool)
      return recoverFilings(office, register, signal)
    },
    commitExceptions: (caller) => commitExceptions(office, caller),
  }
}

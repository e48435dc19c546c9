import { tablesOf } from '@licencevault/stores'
import { verifyLicence, verifyQr } from '@licencevault/verify'
import type { Caller } from '../caller.ts'
import type { Catalogue } from '../catalogue/room.ts'
import { readOwn, requireFile } from '../licences.ts'
import type { Office } from '../office.ts'
import type { VaultTables } from '../tables.ts'
import { instant, microsecondsOf } from '../times.ts'
import { byIdentifier } from './by-identifier.ts'
import { fold, recordedAs } from './by-paper.ts'
import { printed } from './outcome.ts'
import type { Authenticate, Report } from './room.ts'
import { openRounds } from './round.ts'

/** Opens the room where licences are authenticated. */
export function openAuthenticate(office: Office, catalogue: Catalogue): Authenticate {
  const byFile = async (caller: Caller, file: Uint8Array): Promise<Report> => {
    const at = office.clock()
    const paper = await verifyLicence(file, await catalogue.trust(), { at })
    const { licence } = paper
    return fold({
      by: 'file',
      paper,
      found: await recordedAs(office, caller, licence),
      ...(licence && { licence }),
      checkedAt: instant(at),
      at,
    })
  }
  const checkKept: Authenticate['checkKept'] = async (caller, identifier) => {
    requireFile(await readOwn(office, caller, identifier))
    const report = await byFile(caller, await office.blobs.get(office.keys.licence(identifier)))
    if (report.genuine === 'yes') await remember(office, identifier)
    return report
  }
  return Object.freeze<Authenticate>({
    byFile,
    byIdentifier: (caller, identifier, face) => byIdentifier(office, caller, identifier, face),
    async byQr(caller, text) {
      const at = office.clock()
      const paper = await verifyQr(text, await catalogue.trust(), { at })
      const found = await recordedAs(office, caller, paper.code)
      return fold({
        by: 'code',
        paper,
        found,
        ...(found?.bound && { licence: printed(found.bound.statement) }),
        at,
      })
    },
    checkKept,
    checkRound: openRounds(office, checkKept),
  })
}

/** The file was looked at whole: so much can be told without it from now on. */
async function remember({ db, clock }: Office, identifier: string): Promise<void> {
  await tablesOf<VaultTables>(db.query)
    .updateTable('vault_files')
    .set({ checked_us: microsecondsOf(clock()) })
    .where('identifier', '=', identifier)
    .execute()
}

import type { Caller, Report } from '@licencevault/vault'
import type { HandlersOf } from '../call.ts'
import { faceFrom, reportTo } from '../convert/report.ts'
import type { OpenOffice } from '../office.ts'
import { recordReads } from './reads.ts'

const acts = {
  file: 'authenticated-by-file',
  identifier: 'authenticated-by-identifier',
  code: 'authenticated-by-code',
} as const

export function authenticateHandlers(office: () => OpenOffice): HandlersOf<'authenticate'> {
  const room = () => office().vault.authenticate
  const told = async (caller: Caller, report: Report) => {
    const { by, status, licence } = report
    // Without a status it is no licence of this vault.
    const seen = status && licence?.identifier
    await recordReads(office(), caller, acts[by], seen ? [seen] : [])
    return { report: reportTo(report) }
  }
  return {
    async ByFile({ file }, { caller }) {
      return told(caller, await room().byFile(caller, new Uint8Array(file)))
    },
    async ByIdentifier({ identifier, face }, { caller }) {
      return told(caller, await room().byIdentifier(caller, identifier, faceFrom(face)))
    },
    async ByQr({ text }, { caller }) {
      return told(caller, await room().byQr(caller, text))
    },
  }
}

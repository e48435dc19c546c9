import type { HandlersOf } from '../call.ts'
import { faceFrom, reportTo } from '../convert/report.ts'
import type { OpenOffice } from '../office.ts'

export function authenticateHandlers(office: () => OpenOffice): HandlersOf<'authenticate'> {
  const room = () => office().vault.authenticate
  return {
    async ByFile({ file }, { caller }) {
      return { report: reportTo(await room().byFile(caller, new Uint8Array(file))) }
    },
    async ByIdentifier({ identifier, face }, { caller }) {
      return { report: reportTo(await room().byIdentifier(caller, identifier, faceFrom(face))) }
    },
    async ByQr({ text }, { caller }) {
      return { report: reportTo(await room().byQr(caller, text)) }
    },
  }
}

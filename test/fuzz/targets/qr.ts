import { qrToBeSigned, readQrToken } from '@licencevault/licence'
import { accepted, demand } from './judge.ts'

/** What is read composes to what was signed. */
export function fuzz(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes)
  const token = accepted(() => readQrToken(text))
  if (!token) return
  const again = qrToBeSigned(token, token.keyId)
  demand(
    again.every((byte, i) => byte === token.toBeSigned[i]),
    'other claims than were signed',
  )
}

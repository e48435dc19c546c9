import { readTimeStamp, readTimeStampResponse, verifyTimeStamp } from '@licencevault/signing'
import { accepted, demand, soundReport } from './judge.ts'
import { at, content, root } from './world.ts'

/** A response or the token alone: what passes is over what it was asked for. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  accepted(() => readTimeStamp(bytes))
  const token = accepted(() => readTimeStampResponse(bytes))?.token ?? bytes
  const report = await verifyTimeStamp(token, { content, roots: [root], at })
  soundReport(report)
  const other = await verifyTimeStamp(token, { content: content.with(0, 0), roots: [root], at })
  demand(other.indication !== 'TOTAL-PASSED', 'a time-stamp over anything')
}

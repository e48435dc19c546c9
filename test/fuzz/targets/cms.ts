import { readUnverifiedCms, verifyCms } from '@licencevault/signing'
import { accepted, demand, soundReport } from './judge.ts'
import { at, content, root } from './world.ts'

/** Whatever the bytes are there is a report, and it passes nothing but what was signed. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const options = { roots: [root], at }
  const attached = await verifyCms(bytes, options)
  soundReport(attached)
  if (attached.indication === 'TOTAL-PASSED') demand(same(attached.content), 'content that was not signed')
  const detached = await verifyCms(bytes, { ...options, content, zeroPadding: true })
  soundReport(detached)
  demand(
    detached.indication !== 'TOTAL-PASSED' || attached.indication !== 'TOTAL-PASSED',
    'attached and detached at once',
  )
  accepted(() => readUnverifiedCms(bytes))
}

const same = (other: Uint8Array | undefined) =>
  other?.length === content.length && content.every((byte, i) => other[i] === byte)

import { readOcspResponse } from '@licencevault/signing'
import { accepted } from './judge.ts'
import { leafPath } from './world.ts'

/** Whatever the bytes are, they are read or refused in our own words, and a path is judged with them. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  accepted(() => readOcspResponse(bytes))
  await leafPath({ ocspResponses: [bytes] })
}

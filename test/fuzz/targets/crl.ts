import { readCrl } from '@licencevault/signing'
import { fromBER } from 'asn1js'
import { accepted, demand } from './judge.ts'
import { leafPath } from './world.ts'

/** What is accepted as a list is one element to another reader too; and whatever the bytes, a path is judged. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const list = accepted(() => readCrl(bytes))
  if (list) {
    const { offset, result } = fromBER(Uint8Array.from(bytes))
    demand(offset === bytes.length, `another reader refuses it: ${result.error}`)
    demand(list.entries.count <= bytes.length, 'more entries than bytes')
    list.entries.find(Uint8Array.of(1))
  }
  await leafPath({ crls: [bytes] })
}

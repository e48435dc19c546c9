import { readCrl } from '@licencevault/signing'
import { isOneElement } from './elements.ts'
import { accepted, demand } from './judge.ts'
import { leafPath } from './world.ts'

/** What is accepted as a list is one element throughout; and whatever the bytes, a path is judged. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const list = accepted(() => readCrl(bytes))
  if (list) {
    demand(isOneElement(bytes), 'accepted, and not one element')
    demand(list.entries.count <= bytes.length, 'more entries than bytes')
    list.entries.find(Uint8Array.of(1))
  }
  await leafPath({ crls: [bytes] })
}

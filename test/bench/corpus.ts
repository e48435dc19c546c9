import { createHash, webcrypto } from 'node:crypto'
import type { AlgorithmName } from '@licencevault/keys'
import { createCa, type IssuedIdentity, type TestCa } from '@licencevault/kit/ca'

/** How many documents there are; a side meets each of them about as often as the other. */
const documentCount = 4096

/** Distinct documents of 4 KiB, the same in every run. */
export function documents(): Uint8Array[] {
  return Array.from({ length: documentCount }, (_, index) => {
    const blocks = Array.from({ length: 64 }, (_, block) =>
      createHash('sha512').update(`document ${index} block ${block}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks))
  })
}

export function nth<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new RangeError('an empty corpus')
  return item
}

/** Every so many documents one is changed and must be refused, by ours and by the reference alike. */
export const mutatedEvery = 100

/** The same bytes but for one bit. */
export function flip(bytes: Uint8Array, at = 17): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1)
}

export interface Office {
  readonly root: TestCa
  readonly ca: TestCa
  readonly identity: IssuedIdentity
}

/** A root, a CA below it and a seal certificate below that. */
export async function office(algorithm: AlgorithmName): Promise<Office> {
  const root = await createCa({ name: 'Bench Root' })
  const ca = await root.subCa({ name: 'Bench CA' })
  return { root, ca, identity: await ca.issue({ subject: { CN: 'Bench Seal' }, algorithm }) }
}

/** The identity's key as WebCrypto holds it, for the references that sign through it. */
export async function webKey({ key }: IssuedIdentity): Promise<CryptoKey> {
  const pkcs8 = await key.exportPkcs8()
  return (await webcrypto.subtle.importKey(
    'pkcs8',
    new Uint8Array(pkcs8),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )) as CryptoKey
}

import { createPrivateKey, sign } from 'node:crypto'
import type { AlgorithmName } from '@licencevault/keys'
import { signCms } from '@licencevault/signing'
import { documents, nth, office, webKey } from './corpus.ts'
import { compare, type Row } from './measure.ts'
import { pkijsCertificate, pkijsSign } from './reference/pkijs.ts'

/** Sealing 4 KiB as CAdES-B-B, detached, over distinct documents, on one core. */
export async function bench(): Promise<Row[]> {
  const corpus = documents()
  const { identity } = await office('ES256')
  const key = await webKey(identity)
  const leaf = pkijsCertificate(identity.certificate)
  const seal = (index: number) => signCms(nth(corpus, index), identity, { detached: true })
  return [
    await againstRaw('ES256', corpus, 46_223, 0.6),
    await compare({
      clock: 'core',
      what: 'seal 4 KiB ES256',
      ours: seal,
      reference: {
        name: 'pkijs',
        known: 1_400,
        run: (i) => pkijsSign(nth(corpus, i), key, leaf),
      },
    }),
    await againstRaw('RS256', corpus, 1_500),
    await againstRaw('Ed25519', corpus, 25_000),
  ]
}

async function againstRaw(
  algorithm: AlgorithmName,
  corpus: Uint8Array[],
  known: number,
  goal?: number,
): Promise<Row> {
  const { identity } = await office(algorithm)
  const key = createPrivateKey({
    key: Buffer.from(await identity.key.exportPkcs8()),
    format: 'der',
    type: 'pkcs8',
  })
  const hash = algorithm === 'Ed25519' ? null : 'sha256'
  return compare({
    clock: 'core',
    what: `seal 4 KiB ${algorithm}`,
    ours: (i) => signCms(nth(corpus, i), identity, { detached: true }),
    reference: { name: 'raw crypto.sign', known, run: (i) => sign(hash, nth(corpus, i), key) },
    ...(goal && { goal }),
  })
}

import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { AlgorithmName } from '@licencevault/keys'
import { type Certificate, readCertificate, signCms, verifyCms } from '@licencevault/signing'
import { documents, flip, mutatedEvery, nth, type Office, office, webKey } from './corpus.ts'
import { compare, type Row } from './measure.ts'
import { pkijsCertificate, pkijsSign, pkijsVerify } from './reference/pkijs.ts'

/** About as many seals as a city has. */
const seals = 300

/**
 * Checking 4 KiB under CAdES-B-B to a given root, chain warm, distinct documents and signatures, each at
 * the moment it is checked.
 */
export async function bench(): Promise<Row[]> {
  const corpus = documents()
  const changed = corpus.map((document, index) => (index % mutatedEvery === 0 ? flip(document) : document))
  const es256 = await office('ES256')
  return [
    await againstRaw('ES256', corpus, changed, es256, 19_648, 0.5),
    await manySigners(corpus, changed),
    ...(await againstPkijs(corpus, changed, es256)),
    await againstRaw('RS256', corpus, changed, await office('RS256'), 29_000),
    await againstRaw('Ed25519', corpus, changed, await office('Ed25519'), 12_500),
  ]
}

async function againstRaw(
  algorithm: AlgorithmName,
  corpus: readonly Uint8Array[],
  changed: readonly Uint8Array[],
  { identity, root }: Office,
  known: number,
  goal?: number,
): Promise<Row> {
  const sealed = await Promise.all(corpus.map((document) => signCms(document, identity, { detached: true })))
  return compare({
    clock: 'core',
    what: `verify 4 KiB ${algorithm}`,
    ours: checkedBy(sealed, changed, [readCertificate(root.certificate)]),
    reference: {
      name: 'raw crypto.verify',
      known,
      run: await rawVerify(algorithm, corpus, changed, { identity, root }),
    },
    ...(goal && { goal }),
  })
}

/** The same, each document by another of a city's seals. */
async function manySigners(corpus: readonly Uint8Array[], changed: readonly Uint8Array[]): Promise<Row> {
  const { root, ca } = await office('ES256')
  const identities = await Promise.all(
    Array.from({ length: seals }, (_, index) => ca.issue({ subject: { CN: `Bench Seal ${index}` } })),
  )
  const sealed = await Promise.all(
    corpus.map((document, index) => signCms(document, nth(identities, index), { detached: true })),
  )
  const keys = identities.map(({ signer }) => spki(signer.publicKey))
  const raw = await Promise.all(
    corpus.map(async (document, index) =>
      sign('sha256', document, pkcs8(await nth(identities, index).key.exportPkcs8())),
    ),
  )
  return compare({
    clock: 'core',
    what: `verify 4 KiB ES256, ${seals} signers in turn`,
    ours: checkedBy(sealed, changed, [readCertificate(root.certificate)]),
    reference: {
      name: 'raw crypto.verify',
      known: 19_648,
      run: (i) =>
        expectRight(
          i % corpus.length,
          verify('sha256', nth(changed, i), nth(keys, i % corpus.length), nth(raw, i)),
        ),
    },
  })
}

async function againstPkijs(
  corpus: readonly Uint8Array[],
  changed: readonly Uint8Array[],
  { identity, root }: Office,
): Promise<Row[]> {
  const sealed = await Promise.all(corpus.map((document) => signCms(document, identity, { detached: true })))
  const ours = checkedBy(sealed, changed, [readCertificate(root.certificate)])
  const plainRoot = pkijsCertificate(root.certificate)
  // Its own messages, with one certificate and the attributes it writes: the easiest for it to read.
  const leaf = pkijsCertificate(identity.certificate)
  const plainKey = await webKey(identity)
  const plain = await Promise.all(corpus.map((document) => pkijsSign(document, plainKey, leaf)))
  return [
    await compare({
      clock: 'core',
      what: 'verify 4 KiB ES256',
      ours,
      reference: {
        name: 'pkijs, signature only',
        known: 420,
        run: async (i) =>
          expectRight(
            i % corpus.length,
            await pkijsVerify(nth(plain, i), nth(changed, i)).catch(() => false),
          ),
      },
    }),
    await compare({
      clock: 'core',
      what: 'verify 4 KiB ES256',
      ours,
      reference: {
        name: 'pkijs, its chain engine',
        known: 120,
        run: async (i) =>
          expectRight(
            i % corpus.length,
            await pkijsVerify(nth(sealed, i), nth(changed, i), plainRoot).catch(() => false),
          ),
      },
    }),
  ]
}

function checkedBy(
  sealed: readonly Uint8Array[],
  changed: readonly Uint8Array[],
  roots: readonly Certificate[],
): (index: number) => Promise<void> {
  return async (index) => {
    const { indication } = await verifyCms(nth(sealed, index), {
      content: nth(changed, index),
      roots,
      at: new Date(),
    })
    expectRight(index % sealed.length, indication === 'TOTAL-PASSED')
  }
}

async function rawVerify(
  algorithm: AlgorithmName,
  corpus: readonly Uint8Array[],
  changed: readonly Uint8Array[],
  { identity }: Pick<Office, 'identity' | 'root'>,
): Promise<(index: number) => void> {
  const hash = algorithm === 'Ed25519' ? null : 'sha256'
  const privateKey = pkcs8(await identity.key.exportPkcs8())
  const publicKey = spki(identity.signer.publicKey)
  const raw = corpus.map((document) => sign(hash, document, privateKey))
  return (i) => expectRight(i % corpus.length, verify(hash, nth(changed, i), publicKey, nth(raw, i)))
}

function expectRight(index: number, accepted: boolean): void {
  if (accepted === (index % mutatedEvery === 0)) throw new Error(`wrong answer on document ${index}`)
}

const spki = (der: Uint8Array) => createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
const pkcs8 = (der: Uint8Array) => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })

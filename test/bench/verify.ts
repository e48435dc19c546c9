import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readCertificate, signCms, verifyCms } from '@licencevault/signing'
import { documents, nth, office } from './corpus.ts'
import { compare, type Row } from './measure.ts'
import { pkijsCertificate, pkijsVerify } from './reference/pkijs.ts'

/** Every so many documents one is changed and must be refused, by ours and by the reference alike. */
const mutatedEvery = 100

/** Checking 4 KiB under CAdES-B-B to a given root, chain warm, distinct documents and signatures. */
export async function bench(): Promise<Row[]> {
  const corpus = documents()
  const { identity, root } = await office('ES256')
  const key = createPrivateKey({
    key: Buffer.from(await identity.key.exportPkcs8()),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey({
    key: Buffer.from(identity.signer.publicKey),
    format: 'der',
    type: 'spki',
  })
  const sealed = await Promise.all(corpus.map((document) => signCms(document, identity, { detached: true })))
  const raw = corpus.map((document) => sign('sha256', document, key))
  const changed = corpus.map((document, index) => (index % mutatedEvery === 0 ? flip(document) : document))
  const roots = [readCertificate(root.certificate)]
  const at = new Date()
  const plainRoot = pkijsCertificate(root.certificate)

  const expectRight = (index: number, accepted: boolean) => {
    if (accepted === ((index % corpus.length) % mutatedEvery === 0))
      throw new Error(`wrong answer on document ${index}`)
  }
  const ours = async (index: number) => {
    const { indication } = await verifyCms(nth(sealed, index), { content: nth(changed, index), roots, at })
    expectRight(index, indication === 'TOTAL-PASSED')
  }
  return [
    await compare({
      what: 'verify 4 KiB ES256',
      ours,
      reference: {
        name: 'raw crypto.verify',
        known: 19_648,
        run: (i) => expectRight(i, verify('sha256', nth(changed, i), publicKey, nth(raw, i))),
      },
      goal: 0.5,
    }),
    await compare({
      what: 'verify 4 KiB ES256',
      ours,
      reference: {
        name: 'pkijs, signature only',
        known: 420,
        run: async (i) =>
          expectRight(i, await pkijsVerify(nth(sealed, i), nth(changed, i)).catch(() => false)),
      },
    }),
    await compare({
      what: 'verify 4 KiB ES256',
      ours,
      reference: {
        name: 'pkijs, its chain engine',
        known: 120,
        run: async (i) =>
          expectRight(i, await pkijsVerify(nth(sealed, i), nth(changed, i), plainRoot).catch(() => false)),
      },
    }),
  ]
}

function flip(document: Uint8Array): Uint8Array {
  const changed = document.slice()
  changed[17] = (changed[17] ?? 0) ^ 1
  return changed
}

import { createCa } from '@licencevault/kit/ca'
import { buildPath, readCertificate } from '@licencevault/signing'
import { flip, mutatedEvery, nth } from './corpus.ts'
import { compare, type Row } from './measure.ts'
import { pkijsChain } from './reference/pkijs.ts'

/** Chains nobody has seen: more than any key or certificate that is kept ready. */
const chains = 512

/** A chain of three certificates as bytes, the last one trusted. */
interface Chain {
  readonly leaf: Uint8Array
  readonly ca: Uint8Array
  readonly root: Uint8Array
}

/** From three certificates as bytes to a judged path, each time three others with three other keys. */
export async function bench(): Promise<Row[]> {
  const corpus = await Promise.all(Array.from({ length: chains }, (_, index) => makeChain(index)))
  const at = new Date()
  const expectRight = (index: number, accepted: boolean) => {
    if (accepted === ((index % corpus.length) % mutatedEvery === 0))
      throw new Error(`wrong answer on chain ${index}`)
  }
  return [
    await compare({
      clock: 'core',
      what: 'read and judge a chain of three',
      ours: async (i) => {
        const { leaf, ca, root } = nth(corpus, i)
        const { indication } = await buildPath({
          leaf: readCertificate(leaf),
          candidates: [readCertificate(ca)],
          roots: [readCertificate(root)],
          at,
        })
        expectRight(i, indication === 'TOTAL-PASSED')
      },
      reference: {
        name: 'pkijs',
        known: 270,
        run: async (i) => {
          const { leaf, ca, root } = nth(corpus, i)
          expectRight(i, await pkijsChain(leaf, ca, root, at))
        },
      },
      goal: 5,
    }),
  ]
}

async function makeChain(index: number): Promise<Chain> {
  const root = await createCa({ name: { C: 'CN', O: 'Bench', CN: `Root ${index}` } })
  const ca = await root.subCa({ name: { C: 'CN', O: 'Bench', CN: `CA ${index}` }, pathLength: 0 })
  const { certificate } = await ca.issue({ subject: { C: 'CN', O: 'Bench', CN: `Seal ${index}` } })
  // The last octet belongs to the signature.
  const leaf = index % mutatedEvery === 0 ? flip(certificate, certificate.length - 1) : certificate
  return { leaf, ca: ca.certificate, root: root.certificate }
}

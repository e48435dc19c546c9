import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { licenceTypes, makeStatements } from '@licencevault/city'
import { readCertificate, signCms, verifyCms } from '@licencevault/signing'
import { openTrust, verifyLicence } from '@licencevault/verify'
import { openOffice } from '../demo/office.ts'
import { documents, nth, office, webKey } from './corpus.ts'
import { compare, type Row } from './measure.ts'
import { pkijsCertificate, pkijsSign, pkijsVerify } from './reference/pkijs.ts'

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
  // Its own messages, with one certificate and the attributes it writes: the easiest for it to read.
  const leaf = pkijsCertificate(identity.certificate)
  const plainKey = await webKey(identity)
  const plain = await Promise.all(corpus.map((document) => pkijsSign(document, plainKey, leaf)))

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
          expectRight(i, await pkijsVerify(nth(plain, i), nth(changed, i)).catch(() => false)),
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
    await licenceRow(),
  ]
}

/** A whole licence file, page, seal, statement and entitlement judged, against one raw check of as many bytes. */
async function licenceRow(): Promise<Row> {
  const now = new Date()
  const city = await openOffice(now)
  const trust = await openTrust({
    authorityList: city.authorityList,
    roots: [city.city.root.certificate],
    at: now,
  })
  const files: Uint8Array[] = []
  for (const statement of makeStatements({ seed: 'bench', count: 256, types: oneType })) {
    files.push(await city.issue(statement))
  }
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const raw = files.map((file) => sign('sha256', file, privateKey))
  return compare({
    what: 'verify a sealed licence file',
    ours: async (i) => {
      const { verdict } = await verifyLicence(nth(files, i), trust, { at: now })
      if (verdict !== 'valid') throw new Error(`a genuine licence reads ${verdict}`)
    },
    reference: {
      name: 'raw crypto.verify',
      known: 9_000,
      run: (i) => verify('sha256', nth(files, i), publicKey, nth(raw, i)),
    },
  })
}

const oneType = licenceTypes.filter(({ name }) => name === '食品经营许可证')

function flip(document: Uint8Array): Uint8Array {
  const changed = document.slice()
  changed[17] = (changed[17] ?? 0) ^ 1
  return changed
}

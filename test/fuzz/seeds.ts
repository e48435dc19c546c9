import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { createCa, type IssuedIdentity } from '@licencevault/kit/ca'
import { der } from '@licencevault/kit/der'
import { crlExtension, ocspRefusal, signCrl, signOcsp, signTimeStamp } from '@licencevault/kit/evidence'
import { bytesOf, composePdf, latin1, sampleAttachment, samplePage, updatePdf } from '@licencevault/kit/pdf'
import { readCertificate, signCms } from '@licencevault/signing'
import { at, content } from './targets/world.ts'
import type { Target } from './targets.ts'

/**
 * Makes the corpus anew: `node test/fuzz/seeds.ts`. Every run has new keys, so the corpus and the root
 * it was signed under change together. The fuzzer cuts what it makes to 4,096 bytes: seeds are small.
 */
const folder = import.meta.dirname
const notBefore = new Date(at.getTime() - 86_400_000)
const root = await createCa({ name: 'R', notBefore })
const seal = await root.issue({
  subject: { CN: '印章', O: '某局' },
  notBefore,
  extendedKeyUsage: ['1.3.6.1.4.1.311.10.3.12'],
})

function put(target: Target, name: string, bytes: Uint8Array | string): void {
  mkdirSync(join(folder, 'corpus', target), { recursive: true })
  writeFileSync(join(folder, 'corpus', target, name), bytes)
}

put('cert', 'root', root.certificate)
put('cert', 'leaf', seal.certificate)
for (const algorithm of ['RS256', 'Ed25519'] as const)
  put('cert', algorithm, (await root.issue({ subject: { CN: algorithm }, algorithm, notBefore })).certificate)

put('cms', 'attached', await signCms(content, seal, { signingTime: at }))
put('cms', 'detached', await signCms(content, seal, { detached: true }))
const ber = await signCms(content, seal)
// The outermost element with an indefinite length.
put('cms', 'indefinite', Buffer.concat([Buffer.from('3080', 'hex'), ber.subarray(4), Buffer.alloc(2)]))

const { serial } = readCertificate(seal.certificate)
const current = { thisUpdate: notBefore, nextUpdate: new Date(at.getTime() + 86_400_000) }
const others = [1, 2, 3].map((number) => ({ serial: Uint8Array.of(number), at: notBefore }))
put('crl', 'good', await signCrl(root, { ...current, revoked: others }))
const held = { serial, at: notBefore, extensions: [crlExtension.reason(6)] }
put('crl', 'held', await signCrl(root, { ...current, revoked: [...others, held] }))
const scoped = [crlExtension.point(der.implicit(1, Uint8Array.of(0xff)))]
put('crl', 'scoped', await signCrl(root, { ...current, extensions: scoped }))
put('crl', 'delta', await signCrl(root, { ...current, extensions: [crlExtension.delta(1)] }))

const asked = { certificate: seal.certificate, issuer: root.certificate, ...current }
put('ocsp', 'good', await signOcsp(root, asked))
put('ocsp', 'revoked', await signOcsp(root, { ...asked, status: { at: notBefore, reason: 1 }, by: 'key' }))
put('ocsp', 'nonce', await signOcsp(root, { ...asked, nonce: Uint8Array.of(1, 2, 3), hash: 'SHA-256' }))
put('ocsp', 'refused', ocspRefusal(3))

const stamping = { oid: '2.5.29.37', critical: true, value: der.sequence(der.oid('1.3.6.1.5.5.7.3.8')) }
const tsa = await root.issue({ subject: { CN: 'T' }, notBefore, extensions: [stamping] })
const imprint = new Uint8Array(createHash('sha256').update(content).digest())
const token = await signTimeStamp(tsa, { imprint, time: '20270301083000Z' })
put('tsp', 'token', token)
put(
  'tsp',
  'fraction',
  await signTimeStamp(tsa, { imprint, time: '20270301083000.5Z', nonce: Uint8Array.of(7) }),
)
put('tsp', 'response', der.sequence(der.sequence(der.integer(0)), token))

const { objects, catalog } = sampleAttachment(6, 'a.json', '{"a":1}')
const form = ` /AcroForm <</Fields [8 0 R 10 0 R] /SigFlags 3>>${catalog}`
/** Bytes for the CMS message, a little more than it takes. */
const room = 1_000
const signature = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 0000 0000 0000] /Contents <${'0'.repeat(room * 2)}>>>`
const text = '<</FT /Tx /T (t) /V (a) /Type /Annot /Subtype /Widget /Rect [0 0 9 9]>>'
const page = {
  ...samplePage('Hi', form),
  ...objects,
  8: '<</FT /Sig /T (s) /V 9 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0]>>',
  9: signature,
  10: text,
}
const sealed = await sealedSmall(composePdf(page), seal)
put('pdf', 'sealed', sealed)
put('pdf', 'stream', await sealedSmall(composePdf(page, { xref: 'stream' }), seal))
put('pdf', 'filled', updatePdf(sealed, { 10: text.replace('(a)', '(b)') }))
put('pdf', 'changed', updatePdf(sealed, { 4: { data: 'BT ET' } }))
put('pdf', 'packed', composePdf(samplePage(), { xref: 'packed' }))
const squeezed = deflateSync('q Q '.repeat(99))
put('pdf', 'flate', composePdf({ ...samplePage(), 4: { entries: '/Filter /FlateDecode', data: squeezed } }))

/** Fills the signature dictionary, which stands uncompressed in the file. */
async function sealedSmall(pdf: Uint8Array, identity: IssuedIdentity): Promise<Uint8Array> {
  const from = latin1(pdf).indexOf('/Contents <') + 10
  const to = from + room * 2 + 2
  const range = [from, to, pdf.length - to].map((n) => String(n).padStart(4, '0')).join(' ')
  const text = latin1(pdf).replace('0000 0000 0000]', `${range}]`)
  const covered = bytesOf(text.slice(0, from) + text.slice(to))
  const cms = Buffer.from(await signCms(covered, identity, { detached: true })).toString('hex')
  return bytesOf(`${text.slice(0, from)}<${cms.padEnd(room * 2, '0')}>${text.slice(to)}`)
}

const vectors = resolve(folder, '../../packages/licence/vectors')
for (const { name, url } of JSON.parse(readFileSync(join(vectors, 'qr.json'), 'utf8')).accepted)
  put('qr', name.replaceAll(/\W+/g, '-'), url)

for (const { name, text } of JSON.parse(readFileSync(join(vectors, 'statement.json'), 'utf8')).valid)
  put('statement', name.replaceAll(/\W+/g, '-'), text)

const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const says =
  '/** What the seeds of the corpus were signed under, and the certificate that evidence is about; by `seeds.ts`. */'
writeFileSync(
  join(folder, 'root.ts'),
  `${says}\nexport const root =\n  '${encoded(root.certificate)}'\nexport const leaf =\n  '${encoded(seal.certificate)}'\n`,
)

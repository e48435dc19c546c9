import { readFileSync } from 'node:fs'
import { VaultError } from '@licencevault/errors'
import { generateKey } from '@licencevault/keys/software'
import { canonicalise, isUscc } from '@licencevault/licence'
import { blobKeys } from '@licencevault/stores'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draft, NAME } from '../testing/office.ts'
import { MAX_ENTRY_BYTES, readBundle, writeBundle } from './bundle.ts'
import { fromHex, hex, utf8 } from './bytes.ts'
import { checkpointText, openCheckpoint } from './checkpoint.ts'
import { codes } from './codes.ts'
import * as node from './crypto/node.ts'
import * as web from './crypto/web.ts'
import { checkDraft, limits } from './draft.ts'
import { Edge } from './edge.ts'
import { ENTRY_FORMAT, entryText, readEntry, recordedAtText } from './entry.ts'
import { Leaf } from './leaf.ts'
import { emptyRoot, leafHash, nodeHash } from './merkle.ts'
import { MAX_NOTE_BYTES, noteKeyOf, openNote, rawPublicKey, readVkey, writeNote, writeVkey } from './note.ts'
import { verifyReceipt } from './receipt.ts'
import { MAX_PROOF_BYTES, readTlogProof, writeTlogProof } from './tlog-proof.ts'

const vector = (name: string) => new Uint8Array(readFileSync(new URL(`../vectors/${name}`, import.meta.url)))
const vkey = Buffer.from(vector('ledger.vkey')).toString().trim()

describe('the frozen vectors', () => {
  it('the entry is read, and written byte for byte', () => {
    const bytes = vector('entry-1.json')
    const { ledger, previous, recordedAt, format, ...said } = readEntry(bytes)
    expect(format).toBe(ENTRY_FORMAT)
    expect(Buffer.from(entryText(said, { ledger, previous, recordedAt }))).toEqual(Buffer.from(bytes))
    expect(hex(leafHash(bytes))).toBe('a4bfa090656d93b03872ea260611b9150f415a92e3cdb96d4c0fc45bf82a6115')
  })

  it('the receipt proves it under the checkpoint', async () => {
    const receipt = await verifyReceipt(vector('receipt.tlog'), [readVkey(vkey)])
    expect(receipt.entry).toEqual(readEntry(vector('entry-1.json')))
    expect(receipt).toMatchObject({ index: 2, checkpoint: { origin: NAME, size: 3 } })
    const { by, ...checkpoint } = await openCheckpoint(vector('checkpoint'), [readVkey(vkey)])
    expect(receipt.checkpoint).toEqual(checkpoint)
  })

  it('no receipt with one byte changed proves anything else', async () => {
    const receipt = vector('receipt.tlog')
    const truth = await verifyReceipt(receipt, [readVkey(vkey)])
    for (let at = 0; at < receipt.length; at++) {
      const changed = receipt.with(at, (receipt[at] ?? 0) ^ 1)
      const said = await verifyReceipt(changed, [readVkey(vkey)]).catch((cause: unknown) => cause)
      if (!(said instanceof VaultError)) expect(said).toEqual(truth)
    }
  })
})

describe('a signed note', () => {
  const spec = {
    vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
  }
  const key = readVkey(spec.vkey)
  const open = (note: string) => openNote(utf8(note), [key])

  it('of the specification is verified', async () => {
    expect((await open(spec.note)).text).toBe('This is an example message.\n')
    expect(writeVkey(key)).toBe(spec.vkey)
  })

  it('passes over unknown signatures, sixteen and more', async () => {
    const unknown = '— witness.example AAAAAAAAAAAA\n'.repeat(20)
    expect((await open(`${spec.note}${unknown}`)).by).toEqual(key)
  })

  const [text = '', signature = ''] = spec.note.split('\n\n')
  it.each([
    ['changed', spec.note.replace('example m', 'exemple m'), 'note-signature-wrong'],
    [
      'with a wrong signature beside the right one',
      `${spec.note}${signature.replace('Okn8', 'Okn9')}`,
      'note-signature-wrong',
    ],
    ['without signature', `${text}\n`, 'note-malformed'],
    ['without a blank line', `${text}\n${signature}`, 'note-malformed'],
    ['of another key', spec.note.replace('Uw2QO', 'Vw2QO'), 'note-key-unknown'],
    ['of another name', spec.note.replace('com/foo', 'com/bar'), 'note-key-unknown'],
    ['with a tab', spec.note.replace('an ', 'an\t'), 'note-malformed'],
    ['with a hyphen for the dash', spec.note.replace('—', '-'), 'note-malformed'],
    ['with base64 spelt otherwise', spec.note.replace('QM=', 'QN='), 'note-malformed'],
    ['cut short', spec.note.slice(0, -1), 'note-malformed'],
    ['empty', '', 'note-malformed'],
    ['too large', `${'x\n'.repeat(MAX_NOTE_BYTES / 2)}${spec.note}`, 'note-malformed'],
    [
      'with too many signatures',
      `${spec.note}${'— witness.example AAAAAAAAAAAA\n'.repeat(64)}`,
      'note-malformed',
    ],
  ])('%s is refused', async (_, note, code) => {
    await expect(open(note)).rejects.toMatchObject({ code })
  })

  it.each([
    '',
    'example.com/foo',
    spec.vkey.replace('530d', '530e'),
    spec.vkey.replace('Aeky', 'Bhky'),
    `${spec.vkey}=`,
    spec.vkey.replace('example.com', 'example com'),
  ])('a verifier key like %j is refused', (wrong) => {
    expect(() => readVkey(wrong)).toThrow(/^vkey-malformed/)
  })

  it('is written and verified with a key of our own, under Node and by WebCrypto', async () => {
    const signer = await generateKey('Ed25519')
    const own = noteKeyOf('ledger.example', rawPublicKey(signer.publicKey))
    const said = checkpointText({ origin: own.name, size: 5, root: emptyRoot() })
    const signature = await signer.sign(utf8(said))
    const note = utf8(writeNote(said, own, signature))
    expect((await openCheckpoint(note, [own])).size).toBe(5)
    expect(await web.verifyEd25519(own.publicKey, utf8(said), signature)).toBe(true)
    expect(await web.verifyEd25519(own.publicKey, utf8(`${said}x`), signature)).toBe(false)
    expect(await node.verifyEd25519(own.publicKey, utf8(`${said}x`), signature)).toBe(false)
    expect(await web.verifyEd25519(own.publicKey.slice(1), utf8(said), signature)).toBe(false)
    expect(() => rawPublicKey(signer.publicKey.slice(1))).toThrow(/^vkey-malformed/)
    await expect(openCheckpoint(note, [{ ...own, name: 'ledger.example' }])).resolves.toBeDefined()
  })

  it.each([
    ['another origin', 'other.example\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a size with a leading zero', 'ledger.example\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a size past 2^53', 'ledger.example\n9999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a short root', 'ledger.example\n5\n47DE\n'],
  ])('with %s is no checkpoint', async (_, said) => {
    const signer = await generateKey('Ed25519')
    const own = noteKeyOf('ledger.example', rawPublicKey(signer.publicKey))
    const note = utf8(writeNote(said, own, await signer.sign(utf8(said))))
    await expect(openCheckpoint(note, [own])).rejects.toMatchObject({ code: 'checkpoint-malformed' })
  })
})

describe('a proof', () => {
  const proof = { index: 7, hashes: [emptyRoot()], checkpoint: utf8('note\n') }

  it('is read as it was written, with and without extra', () => {
    expect(readTlogProof(writeTlogProof(proof))).toEqual(proof)
    const extra = { ...proof, extra: utf8('entry') }
    expect(readTlogProof(writeTlogProof(extra))).toEqual(extra)
  })

  const text = Buffer.from(writeTlogProof({ ...proof, extra: utf8('entry') })).toString()
  it.each([
    ['another version', text.replace('@v1', '@v2')],
    ['no checkpoint', text.replace('\n\n', '\n')],
    ['an index with a leading zero', text.replace('index 7', 'index 07')],
    ['a negative index', text.replace('index 7', 'index -7')],
    ['an index past 2^53', text.replace('index 7', 'index 9999999999999999')],
    ['no index', text.replace('index 7\n', '')],
    ['a short hash', text.replace('47DEQpj8', '')],
    ['a line that is no base64', text.replace('47DE', '*7DE')],
    [
      'too many hashes',
      text.replace('index 7\n', `index 7\n${'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'.repeat(64)}`),
    ],
    ['nothing at all', ''],
  ])('with %s is refused', (_, wrong) => {
    expect(wrong).not.toBe(text)
    expect(() => readTlogProof(utf8(wrong))).toThrow(/^proof-malformed/)
  })

  it('past its size is refused', () => {
    expect(() => readTlogProof(new Uint8Array(MAX_PROOF_BYTES + 1))).toThrow(/^proof-too-large/)
  })
})

describe('an entry', () => {
  const placing = { ledger: NAME, previous: null, recordedAt: '2026-11-25T08:30:00.125000Z' }
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4}){0,2}$/)
  const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,40}$/)
  const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hex)
  const some = fc.record(
    {
      kind: word,
      subject: name,
      effectiveFrom: fc.constantFrom('2026-11-25', '2026-11-25T00:00:00Z', '2026-11-25T23:59:59.999999Z'),
      effectiveTo: fc.constantFrom(null, '2026-11-25', '2031-01-01T00:00:00Z'),
      authority: fc.constant(draft(1).authority),
      type: fc.constant('11339900MB9X00023D009@12'),
      digests: fc.dictionary(word, digest, { maxKeys: 6 }),
      links: fc.dictionary(word, name, { maxKeys: 4 }),
      actor: fc.record({ application: name, role: name }),
      request: digest,
    },
    { requiredKeys: ['kind', 'subject', 'effectiveFrom', 'authority', 'digests', 'actor'] },
  )

  it('is written as canonical JSON, whatever a draft may say, and read again', () => {
    fc.assert(
      fc.property(some, fc.option(digest), (said, previous) => {
        checkDraft(said)
        const text = entryText(said, { ...placing, previous })
        const whole = {
          ...said,
          effectiveTo: said.effectiveTo ?? null,
          ...placing,
          previous,
          format: ENTRY_FORMAT,
        }
        expect(text).toBe(Buffer.from(canonicalise(whole)).toString())
        expect(readEntry(utf8(text))).toEqual(whole)
        expect(new Leaf(3, text)).toMatchObject({ leafHash: hex(leafHash(utf8(text))), bytes: utf8(text) })
      }),
    )
  })

  const bytes = (changed: object) => canonicalise({ ...readEntry(vector('entry-1.json')), ...changed })
  it.each([
    ['a later version, by its name', bytes({ format: 'licencevault.entry/2' }), 'entry-version-unknown'],
    ['no format', bytes({ format: 1 }), 'entry-malformed'],
    ['another member', bytes({ more: 1 }), 'entry-malformed'],
    ['a wrong previous', bytes({ previous: 'abc' }), 'entry-malformed'],
    ['a time without decimals', bytes({ recordedAt: '2026-11-25T08:30:00Z' }), 'entry-malformed'],
    ['free text', bytes({ kind: '暂扣' }), 'entry-malformed'],
    ['white space', utf8(`${Buffer.from(vector('entry-1.json'))} `), 'entry-malformed'],
    ['more than its size', new Uint8Array(MAX_ENTRY_BYTES + 1), 'entry-too-large'],
    ['an array', utf8('[]'), 'entry-malformed'],
    ['nothing', utf8(''), 'entry-malformed'],
  ])('with %s is refused', (_, wrong, code) => {
    expect(() => readEntry(wrong)).toThrow(new RegExp(`^${code}`))
  })

  it.each([
    ['kind', { kind: 'Issued' }],
    ['kind', { kind: 'x'.repeat(49) }],
    ['subject', { subject: '' }],
    ['subject', { subject: '张三' }],
    ['subject', { subject: 'x'.repeat(201) }],
    ['subject', { subject: 'a"b' }],
    ['effectiveFrom', { effectiveFrom: '2026-02-30' }],
    ['effectiveFrom', { effectiveFrom: '2026-11-25T24:00:00Z' }],
    ['effectiveFrom', { effectiveFrom: '2026-11-25T00:00:00+08:00' }],
    ['effectiveTo', { effectiveTo: '2026-11-24' }],
    ['authority', { authority: '11339900MB9X00023E' }],
    ['type', { type: '11339900MB9X00023D009' }],
    ['request', { request: 'abc' }],
    [
      'digests',
      {
        digests: Object.fromEntries(
          Array.from({ length: limits.digests + 1 }, (_, at) => [`d${at}`, 'a'.repeat(64)]),
        ),
      },
    ],
    ['digests', { digests: { 'Not a word': 'a'.repeat(64) } }],
    ['digests/statement', { digests: { statement: 'A'.repeat(64) } }],
    [
      'links',
      { links: Object.fromEntries(Array.from({ length: limits.links + 1 }, (_, at) => [`l${at}`, 'x'])) },
    ],
    ['links/successor', { links: { successor: 'two words' } }],
    ['actor', { actor: { application: 'a', role: 'b', person: 'c' } as never }],
    ['actor/application', { actor: { application: '王五', role: 'b' } }],
    ['actor/role', { actor: { application: 'a', role: 'x'.repeat(101) } }],
    ['draft', { remark: 'free text' } as never],
  ])('a draft with a wrong %s is refused', (where, wrong) => {
    expect(() => checkDraft(draft(1, wrong))).toThrow(
      expect.objectContaining({ code: 'draft-wrong', details: expect.objectContaining({ where }) }),
    )
    expect(isUscc(draft(1).authority)).toBe(true)
  })

  it('bears its time in microseconds', () => {
    expect(recordedAtText(1_795_000_000_123_456)).toBe('2026-11-18T11:06:40.123456Z')
    expect(recordedAtText(0)).toBe('1970-01-01T00:00:00.000000Z')
  })
})

describe('tiles', () => {
  const keys = blobKeys(NAME)

  it('lie where tlog-tiles puts them', () => {
    expect(keys.tile(0, 1_234_067)).toBe(`${keys.home}tile/0/x001/x234/067`)
    expect(keys.entries(0, 112)).toBe(`${keys.home}tile/entries/000.p/112`)
  })

  it('of a log of 70,000 entries are those of the specification', () => {
    const edge = new Edge(keys, 0, [], [])
    const leaf = new Leaf(0, 'entry')
    const blobs = edge.append(Array.from({ length: 70_000 }, () => leaf)).map(({ key }) => key)
    const at = (level: number | string) => blobs.filter((key) => key.startsWith(`${keys.home}tile/${level}/`))
    expect(at(0)).toHaveLength(274)
    expect(at(0).filter((key) => key.includes('.p/'))).toEqual([keys.tile(0, 273, 112)])
    expect(at('entries')).toHaveLength(274)
    expect(at(1)).toEqual([keys.tile(1, 0), keys.tile(1, 1, 17)])
    expect(at(2)).toEqual([keys.tile(2, 0, 1)])
  })

  it('lead to the same root however they are built', () => {
    const leaves = Array.from({ length: 700 }, (_, index) => new Leaf(index, `entry ${index}`))
    const rootOf = (hashes: readonly Uint8Array[]): Uint8Array => {
      const [first] = hashes
      if (!first || hashes.length === 1) return first ?? emptyRoot()
      let split = 1
      while (split * 2 < hashes.length) split *= 2
      return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
    }
    const stepwise = new Edge(keys, 0, [], [])
    for (const [at, leaf] of leaves.entries()) {
      stepwise.append([leaf])
      const hashes = leaves.slice(0, at + 1).map(({ leafHash }) => fromHex(leafHash))
      if (at % 37 === 0 || at % 256 < 2) expect(stepwise.root()).toBe(hex(rootOf(hashes)))
    }
    const atOnce = new Edge(keys, 0, [], [])
    atOnce.append(leaves)
    expect(atOnce.root()).toBe(stepwise.root())
    expect(atOnce.open()).toEqual(stepwise.open())
  })
})

it('a bundle is read as it was written, and no other', () => {
  const entries = [utf8(''), utf8('one'), new Uint8Array(MAX_ENTRY_BYTES).fill(7)]
  const bundle = writeBundle(entries)
  expect(readBundle(bundle, 3)).toEqual(entries)
  for (const [wrong, count] of [
    [bundle, 2],
    [bundle, 4],
    [bundle.subarray(1), 3],
    [bundle.subarray(0, -1), 3],
  ] as const) {
    expect(() => readBundle(wrong, count)).toThrow(/^bundle-malformed/)
  }
})

it('both engines hash the same', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 500, 70_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => at)
    expect(web.sha256(bytes)).toEqual(node.sha256(bytes))
  }
})

it.each(Object.entries(codes))(
  '%s has a sentence and a remedy in English and Chinese',
  (_, { sentence, remedy }) => {
    for (const { en, zh } of [sentence, remedy]) {
      expect(en).toMatch(/^[A-Z{].*[.}]$/)
      expect(zh).toMatch(/\p{Script=Han}.*。$/u)
      const tokens = (text: string) => new Set([...text.matchAll(/\{(\w+?)(Zh)?\}/g)].map(([, name]) => name))
      expect(tokens(zh)).toEqual(tokens(en))
    }
  },
)

it('FORMAT.md states the limits', () => {
  const page = readFileSync(new URL('../FORMAT.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| (.+?) +\| +([\d,]+)( KiB| bytes)? \|$/gm)].map(
    ([, what, most, unit = '']) => [what, `${most}${unit}`],
  )
  expect(rows).toEqual([
    ['an entry', `${MAX_ENTRY_BYTES.toLocaleString('en')} bytes`],
    ['a receipt', `${MAX_PROOF_BYTES / 1024} KiB`],
    ['a signed note', `${MAX_NOTE_BYTES / 1024} KiB`],
    ['signatures of a note', '64'],
    ['hashes of a proof', '64'],
    ['`digests` of an entry', `${limits.digests}`],
    ['`links` of an entry', `${limits.links}`],
    ['drafts handed in at once', limits.drafts.toLocaleString('en')],
  ])
})

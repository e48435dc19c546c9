import { canonicalise, type Statement, statementBytes } from '@licencevault/licence'
import { type AlgorithmPolicy, sealPdf } from '@licencevault/signing'
import { updatePdf } from '../../../test/kit/src/pdf.ts'
import type { Answer, AuthorityList, Reason, Verdict } from '../src/index.ts'
import { LEDGER, ledgerKey, lostLedgerKey, type ReceiptChanges, receiptFor } from './ledger.ts'
import {
  changed,
  gigabyte,
  signedWithSm2,
  withOtherDigestAlgorithm,
  withOtherSignature,
  withTrailer,
} from './tampered.ts'
import { bytesOf, face, firstStream, rewritten, tinyPdf } from './tiny-pdf.ts'
import {
  clinicPermit,
  ending,
  foodPermit,
  health,
  imitated,
  type Licence,
  licence,
  list,
  sealedAt,
  sealedFile,
  seals,
  statement,
  stranger,
} from './world.ts'

/** One file that was really sealed, and what must be said of it. */
export interface LicenceCase {
  readonly name: string
  readonly file: () => Promise<Uint8Array>
  readonly verdict: Verdict
  /** The finding that decides. */
  readonly reason?: Reason
  readonly genuine: Answer
  readonly inForce: Answer
  /** The world's own moment unless told. */
  readonly at?: Date
  /** What the authority list says otherwise. */
  readonly list?: Partial<AuthorityList>
  readonly policy?: AlgorithmPolicy
}

const no = { genuine: 'no', inForce: 'no' } as const
const open = { genuine: 'undetermined', inForce: 'undetermined' } as const

const since2020 = { from: '2020-01-01T00:00:00Z', to: null }
const ledgers = [
  {
    name: LEDGER,
    keys: [
      { vkey: ledgerKey.vkey, ...since2020 },
      { vkey: lostLedgerKey.vkey, from: '2020-01-01T00:00:00Z', to: '2026-10-01T00:00:00Z' },
    ],
  },
]

const demanding = (since: string): Partial<AuthorityList> => ({
  ledgers,
  authorities: list.authorities.map((authority) => ({
    ...authority,
    receipts: { ledger: LEDGER, since },
  })),
})

const attached = (bytes: Uint8Array = statementBytes(statement())) => ({ name: 'statement.json', bytes })
const unprepared = () => tinyPdf('Licence', [attached()], { prepared: false })
const withText = (text: string) => sealedFile([attached(new TextEncoder().encode(text))])
const statementText = () => new TextDecoder().decode(statementBytes(statement()))
const earlier = () =>
  statement({
    issuedAt: '2026-06-01T01:00:00Z',
    issuedOn: '2026-06-01',
    validity: { from: '2026-06-01', until: null },
  })

const withReceipt = async (said: Statement, changes: ReceiptChanges, options: Licence = {}) =>
  licence(said, {
    ...options,
    attachments: [{ name: 'receipt.tlog', bytes: await receiptFor(said, changes) }],
  })
const recorded = (changes: ReceiptChanges = {}) => withReceipt(statement(), changes)
const recordedEarlier = (recordedAt: string) =>
  withReceipt(
    earlier(),
    { entry: { recordedAt } },
    { seal: seals.ended, time: new Date('2026-06-01T01:00:00Z') },
  )

export const licenceCases: readonly LicenceCase[] = [
  { name: 'a genuine licence', file: () => licence(), verdict: 'valid', genuine: 'yes', inForce: 'yes' },

  // unreadable
  {
    name: 'no PDF',
    file: async () => bytesOf('This is no PDF.'),
    verdict: 'unreadable',
    reason: 'not-a-pdf',
    ...open,
  },
  {
    name: 'a licence cut short',
    file: async () => (await licence()).slice(0, -600),
    verdict: 'unreadable',
    reason: 'pdf-damaged',
    ...open,
  },
  {
    name: 'a PDF that nests 100,000 arrays',
    file: async () => updatePdf(await licence(), { [face]: '['.repeat(100_000) + ']'.repeat(100_000) }),
    verdict: 'unreadable',
    reason: 'pdf-over-limits',
    ...open,
  },
  {
    name: 'an encrypted PDF',
    file: async () => withTrailer(tinyPdf('Licence', []), '/Encrypt 1 0 R'),
    verdict: 'unreadable',
    reason: 'pdf-encrypted',
    ...open,
  },
  {
    name: 'a PDF with two cross-reference tables',
    file: async () => withTrailer(tinyPdf('Licence', []), '/XRefStm 20'),
    verdict: 'unreadable',
    reason: 'pdf-unsupported',
    ...open,
  },

  // not sealed
  {
    name: 'a PDF without seal',
    file: async () => unprepared(),
    verdict: 'not-sealed',
    reason: 'no-seal',
    ...no,
  },
  {
    name: 'a PDF prepared for a seal that never came',
    file: async () => tinyPdf('Licence', [attached()]),
    verdict: 'not-sealed',
    reason: 'no-seal',
    ...no,
  },

  // forged
  {
    name: 'a complete seal of another CA with all the same names',
    file: () => licence(statement(), { seal: imitated.market }),
    verdict: 'forged',
    reason: 'seal-imitated',
    ...no,
  },
  {
    name: 'the same without a statement',
    file: () => sealedFile([], { seal: imitated.market }),
    verdict: 'forged',
    reason: 'seal-imitated',
    ...no,
  },
  {
    name: 'a seal that bears the certificate but not the key',
    file: async () => withOtherSignature(await licence()),
    verdict: 'forged',
    reason: 'signature-wrong',
    ...no,
  },

  // altered
  {
    name: 'the face drawn anew by an incremental update',
    file: async () => rewritten(await licence(), face, 'BT /F1 12 Tf 20 100 Td (Other) Tj ET'),
    verdict: 'altered',
    reason: 'changed-after-seal',
    ...no,
  },
  {
    name: 'the statement replaced by an incremental update',
    file: async () => {
      const other = statementBytes(statement({ number: 'JY99999999999999' }))
      return rewritten(await licence(), firstStream, other)
    },
    verdict: 'altered',
    reason: 'changed-after-seal',
    ...no,
  },
  {
    name: 'the statement replaced in its place',
    file: async () => changed(await licence(), 'JY13399020000001', 'JY13399020000002'),
    verdict: 'altered',
    reason: 'bytes-changed',
    ...no,
  },
  {
    name: 'the face changed in its place',
    file: async () => changed(await licence(), '(Licence)', '(Licensd)'),
    verdict: 'altered',
    reason: 'bytes-changed',
    ...no,
  },
  {
    name: 'bytes put behind the end',
    file: async () => Buffer.concat([await licence(), bytesOf('% more\n')]),
    verdict: 'altered',
    reason: 'changed-after-seal',
    ...no,
  },
  {
    name: 'something put behind the seal’s value, in the room left for it',
    file: async () => changed(await licence(), '0000>', '0001>'),
    verdict: 'altered',
    reason: 'changed-after-seal',
    ...no,
  },
  {
    name: 'two seals',
    file: async () => {
      const once = await sealPdf(unprepared(), seals.market, { time: sealedAt })
      return sealPdf(once, seals.health, { time: sealedAt })
    },
    verdict: 'altered',
    reason: 'several-seals',
    ...no,
  },
  {
    name: 'a file with a statement in it, handed in by somebody and sealed as a document',
    file: () => sealPdf(unprepared(), seals.market, { time: sealedAt, certify: 1 }),
    verdict: 'not-a-licence',
    reason: 'sealed-after-saving',
    ...no,
  },

  // the seal
  {
    name: 'a seal that permits changes',
    file: () => sealPdf(unprepared(), seals.market, { time: sealedAt }),
    verdict: 'seal-invalid',
    reason: 'seal-refused',
    ...no,
  },
  {
    name: 'a listed certificate that may not sign',
    file: () => licence(statement(), { seal: seals.encrypting }),
    verdict: 'seal-invalid',
    reason: 'path-refused',
    ...no,
  },
  {
    name: 'a listed certificate whose CA is not among the roots',
    file: () => licence(),
    list: { roots: [imitated.market.chain[0] ?? new Uint8Array()] },
    verdict: 'seal-invalid',
    reason: 'path-refused',
    ...no,
  },
  {
    name: 'a certificate that had ended when it sealed',
    file: () => licence(statement(), { seal: seals.ended }),
    verdict: 'seal-invalid',
    reason: 'certificate-ended-before-sealing',
    ...no,
  },
  {
    name: 'a certificate that had not begun when it sealed',
    file: () => licence(statement(), { time: new Date('2025-06-01T00:00:00Z') }),
    verdict: 'seal-invalid',
    reason: 'certificate-not-yet-begun',
    ...no,
  },
  {
    name: 'a certificate of the same CA and name that the list does not name',
    file: () => licence(statement(), { seal: seals.unlisted }),
    verdict: 'seal-invalid',
    reason: 'certificate-not-listed',
    ...no,
  },

  // no licence
  {
    name: 'a sealed PDF without statement',
    file: () => sealedFile([]),
    verdict: 'not-a-licence',
    reason: 'statement-missing',
    ...no,
  },
  {
    name: 'two statements',
    file: () => sealedFile([attached(), attached()]),
    verdict: 'not-a-licence',
    reason: 'statement-several',
    ...no,
  },
  {
    name: 'an identifier with a wrong check character',
    file: () =>
      withText(statementText().replace(/\.001\.\w"/, (end) => `.001.${end.includes('.0"') ? 1 : 0}"`)),
    verdict: 'not-a-licence',
    reason: 'identifier-wrong',
    ...no,
  },
  {
    name: 'an identifier of another type',
    file: () => sealedFile([attached(canonicalise({ ...statement(), type: clinicPermit }))]),
    verdict: 'not-a-licence',
    reason: 'statement-contradicts',
    ...no,
  },
  {
    name: 'an identifier of another authority',
    file: () =>
      sealedFile([
        attached(canonicalise({ ...statement(), authority: { code: health.code, name: health.name.zh } })),
      ]),
    verdict: 'not-a-licence',
    reason: 'statement-contradicts',
    ...no,
  },
  {
    name: 'a statement that names its number twice',
    file: () => withText(statementText().replace('"number":', '"number":"another","number":')),
    verdict: 'not-a-licence',
    reason: 'statement-malformed',
    ...no,
  },
  {
    name: 'a statement 100,000 levels deep',
    file: () => withText(`{"fields":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    verdict: 'not-a-licence',
    reason: 'statement-malformed',
    ...no,
  },
  {
    name: 'a statement of a later version',
    file: () => withText(statementText().replace('statement/1', 'statement/2')),
    verdict: 'not-a-licence',
    reason: 'statement-malformed',
    ...no,
  },
  {
    name: 'a statement of 300 KB',
    file: () => withText(`{"fields":"${'x'.repeat(300_000)}"}`),
    verdict: 'not-a-licence',
    reason: 'statement-too-large',
    ...no,
  },
  {
    name: 'a statement that inflates to 1 GB',
    file: () =>
      sealedFile([
        {
          ...attached(gigabyte()),
          entries: '/Filter /FlateDecode /Params << /Size 1073741824 >>',
        },
      ]),
    verdict: 'not-a-licence',
    reason: 'statement-too-large',
    ...no,
  },

  // the authority
  {
    name: 'an authority that nobody listed, under the same CA',
    file: () =>
      licence(statement({ authority: { code: stranger.code, name: stranger.name.zh } }), {
        seal: seals.stranger,
      }),
    verdict: 'unknown-authority',
    reason: 'authority-unknown',
    ...open,
  },
  {
    name: 'an authority that nobody listed, under an unknown CA',
    file: () =>
      licence(statement({ authority: { code: stranger.code, name: stranger.name.zh } }), {
        seal: imitated.other,
      }),
    verdict: 'unknown-authority',
    reason: 'path-untrusted',
    ...open,
  },
  {
    name: 'a genuine seal of an authority that may not issue this type',
    file: () => licence(statement({ type: clinicPermit })),
    verdict: 'not-entitled',
    reason: 'type-not-entitled',
    ...no,
  },
  {
    name: 'a licence issued between two periods of entitlement',
    file: () => licence(statement({ issuedAt: '2026-11-22T08:00:00Z', issuedOn: '2026-11-22' })),
    verdict: 'not-entitled',
    reason: 'type-not-entitled-then',
    ...no,
  },
  {
    name: 'a genuine seal of one authority on a statement that names another',
    file: () => licence(statement(), { seal: seals.health }),
    verdict: 'not-entitled',
    reason: 'seal-of-another-authority',
    ...no,
  },

  // the receipt
  {
    name: 'no receipt where the list demands one',
    file: () => licence(),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-missing',
    ...no,
  },
  {
    name: 'a time of issue before the demand, claimed by a certificate that began after it',
    file: () => licence(statement({ issuedAt: '2025-11-20T01:00:00Z', issuedOn: '2025-11-20' })),
    list: demanding('2025-12-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-missing',
    ...no,
  },
  {
    name: 'a receipt where the list demands one',
    file: () => recorded(),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'a receipt where the list demands none',
    file: () => recorded(),
    list: { ledgers },
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'a receipt of a ledger that the list does not name, and demands none of',
    file: () => recorded(),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'a receipt of a ledger that the list demands and does not name',
    file: () => recorded(),
    list: { ...demanding('2026-11-01T00:00:00Z'), ledgers: [] },
    verdict: 'not-recorded',
    reason: 'receipt-ledger-unknown',
    ...open,
  },
  {
    name: 'the same under a list past its next update',
    file: () => recorded(),
    at: new Date('2026-12-01T00:00:00Z'),
    list: { ...demanding('2026-11-01T00:00:00Z'), ledgers: [] },
    verdict: 'undetermined',
    reason: 'trust-stale',
    ...open,
  },
  {
    name: 'a receipt signed with a key that the ledger has lost',
    file: () => recorded({ by: 'lost' }),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-ledger-unknown',
    ...open,
  },
  {
    name: 'a receipt signed by somebody in the ledger’s name',
    file: () => recorded({ by: 'foreigner' }),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-ledger-unknown',
    ...open,
  },
  {
    name: 'a receipt that is none',
    file: () => licence(statement(), { attachments: [{ name: 'receipt.tlog', bytes: bytesOf('receipt') }] }),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-malformed',
    ...no,
  },
  {
    name: 'a receipt that is none, where the list demands none',
    file: () => licence(statement(), { attachments: [{ name: 'receipt.tlog', bytes: bytesOf('receipt') }] }),
    verdict: 'not-recorded',
    reason: 'receipt-malformed',
    ...no,
  },
  {
    name: 'a receipt whose proof is that of another entry',
    file: () => recorded({ index: 0 }),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-wrong',
    ...no,
  },
  {
    name: 'a receipt with an entry of a later version',
    file: () => recorded({ entry: { format: 'licencevault.entry/2' } }),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-recorded',
    reason: 'receipt-version-unknown',
    ...open,
  },
  ...Object.entries({
    'another statement': { digests: { statement: '0'.repeat(64) } },
    'another licence': { subject: statement({ type: clinicPermit }).identifier },
    'another authority': { authority: health.code },
    'another type': { type: `${clinicPermit.code}@1` },
    'another version of the type': { type: `${foodPermit.code}@2` },
    'another act': { kind: 'suspended' },
  }).map(
    ([what, entry]): LicenceCase => ({
      name: `a genuine receipt of ${what}`,
      file: () => recorded({ entry }),
      list: demanding('2026-11-01T00:00:00Z'),
      verdict: 'not-recorded',
      reason: 'receipt-of-another',
      ...no,
    }),
  ),
  {
    name: 'a time of issue within the entitlement, recorded after its end',
    file: () => recorded({ entry: { recordedAt: '2026-11-22T08:00:00.000000Z' } }),
    list: demanding('2026-11-01T00:00:00Z'),
    verdict: 'not-entitled',
    reason: 'type-not-entitled-then',
    ...no,
  },
  {
    name: 'a certificate that has ended since, and a receipt from while it was good',
    file: () => recordedEarlier('2026-06-01T01:00:00.000000Z'),
    list: demanding('2026-01-01T00:00:00Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'a certificate that has ended since, and a receipt from after its end',
    file: () => recordedEarlier('2026-07-01T00:00:00.000000Z'),
    list: demanding('2026-01-01T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'certificate-ended-since',
    ...open,
  },
  {
    name: 'no receipt before the day from which the list demands one',
    file: () => licence(),
    list: demanding('2026-12-01T00:00:00Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },

  // not enough evidence
  {
    name: 'a seal with a digest that is not known here',
    file: async () => withOtherDigestAlgorithm(await licence()),
    verdict: 'undetermined',
    reason: 'algorithm-unknown',
    ...open,
  },
  {
    name: 'a seal signed with SM2, which is not known here',
    file: async () => signedWithSm2(await licence()),
    verdict: 'undetermined',
    reason: 'algorithm-unknown',
    ...open,
  },
  {
    name: 'a seal with a curve that the policy has ended',
    file: () => licence(),
    policy: ending('P-256', '2026-11-22T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'algorithm-weak',
    ...open,
  },
  {
    name: 'a seal with a hash that the policy has ended',
    file: () => licence(),
    policy: ending('SHA-256', '2026-11-22T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'algorithm-weak',
    ...open,
  },
  {
    name: 'the same, asked about while the policy still took it',
    file: () => licence(),
    at: new Date('2026-11-21T23:59:59Z'),
    policy: ending('SHA-256', '2026-11-22T00:00:00Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'an altered licence with a curve that the policy has ended',
    file: async () => changed(await licence(), 'JY13399020000001', 'JY13399020000002'),
    policy: ending('P-256', '2026-11-22T00:00:00Z'),
    verdict: 'altered',
    reason: 'bytes-changed',
    ...no,
  },
  {
    name: 'a list past its next update',
    file: () => licence(),
    at: new Date('2026-12-01T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'trust-stale',
    ...open,
  },
  {
    name: 'an expired licence under a list past its next update',
    file: () => licence(statement({ validity: { from: '2026-11-20', until: '2026-11-21' } })),
    at: new Date('2026-12-01T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'trust-stale',
    genuine: 'undetermined',
    inForce: 'no',
  },
  {
    name: 'an unlisted certificate under a list past its next update',
    file: () => licence(statement(), { seal: seals.unlisted }),
    at: new Date('2026-12-01T00:00:00Z'),
    verdict: 'undetermined',
    reason: 'trust-stale',
    ...open,
  },
  {
    name: 'an altered licence under a list past its next update',
    file: async () => changed(await licence(), 'JY13399020000001', 'JY13399020000002'),
    at: new Date('2026-12-01T00:00:00Z'),
    verdict: 'altered',
    reason: 'bytes-changed',
    ...no,
  },
  {
    name: 'a certificate that has ended since',
    file: () => licence(earlier(), { seal: seals.ended, time: new Date('2026-06-01T01:00:00Z') }),
    verdict: 'undetermined',
    reason: 'certificate-ended-since',
    ...open,
  },
  {
    name: 'the same licence, asked about while the certificate was good',
    file: () => licence(earlier(), { seal: seals.ended, time: new Date('2026-06-01T01:00:00Z') }),
    at: new Date('2026-06-30T23:59:59Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'a moment before the licence was sealed',
    file: () => licence(),
    at: new Date('2026-11-20T00:50:00Z'),
    verdict: 'undetermined',
    reason: 'judged-before-sealing',
    ...open,
  },
  {
    name: 'a licence that claims to be issued in a time to come, when its authority will be entitled',
    file: () => licence(statement({ issuedAt: '2026-11-23T10:05:01Z', issuedOn: '2026-11-23' })),
    verdict: 'undetermined',
    reason: 'judged-before-issue',
    ...open,
  },
  {
    name: 'a licence issued by a clock that is a little ahead',
    file: () => licence(statement({ issuedAt: '2026-11-23T10:05:00Z', issuedOn: '2026-11-23' })),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },

  // its dates
  {
    name: 'an expired licence',
    file: () => licence(statement({ validity: { from: '2026-11-20', until: '2026-11-22' } })),
    verdict: 'expired',
    reason: 'expired',
    genuine: 'yes',
    inForce: 'no',
  },
  {
    name: 'the last minute of its last day, in Beijing time',
    file: () => licence(statement({ validity: { from: '2026-11-20', until: '2026-11-23' } })),
    at: new Date('2026-11-23T15:59:59Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
  {
    name: 'the first minute after its last day, in Beijing time',
    file: () => licence(statement({ validity: { from: '2026-11-20', until: '2026-11-23' } })),
    at: new Date('2026-11-23T16:00:00Z'),
    verdict: 'expired',
    reason: 'expired',
    genuine: 'yes',
    inForce: 'no',
  },
  {
    name: 'a licence not yet valid',
    file: () => licence(statement({ validity: { from: '2026-11-24', until: null } })),
    verdict: 'not-yet-valid',
    reason: 'not-yet-valid',
    genuine: 'yes',
    inForce: 'no',
  },
  {
    name: 'a licence without end (长期), at the first minute of its first day',
    file: () => licence(statement({ validity: { from: '2026-11-24', until: null } })),
    at: new Date('2026-11-23T16:00:00Z'),
    verdict: 'valid',
    genuine: 'yes',
    inForce: 'yes',
  },
]
